/** Durable messages a second with receipts, over 200 rooms of 5; beside bare SQLite that writes the same rows in one process. */
import { Database } from 'bun:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, newRoom, newSession, percentile } from './people.ts';
import { measuredServer } from './server.ts';

const ROOMS = 200;
const MEMBERS = 5;
const SECONDS = 8;

const server = await measuredServer();
const delaysMs: number[] = [];
let receipts = 0;
let running = true;
await Promise.all(
  Array.from({ length: ROOMS }, async (_, room) => {
    const tokens = await Promise.all(
      Array.from({ length: MEMBERS }, (_, n) => newSession(server.url, room * MEMBERS + n)),
    );
    const code = await newRoom(server.url, tokens[0] ?? '');
    for (const [n, token] of tokens.entries()) await member(code, token, `r${room}m${n}x`);
  }),
);

/** Sends the next message when the receipt of the one before has come. */
async function member(code: string, token: string, mine: string): Promise<void> {
  let sent = 0;
  let sentMs = 0;
  const socket = await connect(server.url, code, token, (frame) => {
    if (!frame.includes(`"client_id":"${mine}${sent}"`)) return;
    receipts++;
    delaysMs.push(performance.now() - sentMs);
    if (running) send();
  });
  const send = () => {
    sent++;
    sentMs = performance.now();
    socket.send(
      JSON.stringify({ type: 'chat_message', content: 'How are you all today?', client_id: `${mine}${sent}` }),
    );
  };
  send();
}

const before = receipts;
delaysMs.length = 0;
const startedMs = performance.now();
await Bun.sleep(SECONDS * 1000);
const perSecond = (receipts - before) / ((performance.now() - startedMs) / 1000);
running = false;
await server.dispose();
delaysMs.sort((a, b) => a - b);
const bare = bareSqlite(Math.max(1, Math.round(perSecond * 0.02)));
process.stdout.write(
  `Bauta: ${Math.round(perSecond).toLocaleString('en')} durable messages/s with receipts over ${ROOMS} rooms of ${MEMBERS}, ` +
    `p50 ${percentile(delaysMs, 0.5).toFixed(1)} ms, p99 ${percentile(delaysMs, 0.99).toFixed(1)} ms\n` +
    `bare SQLite, the same rows in groups of 20 ms: ${Math.round(bare).toLocaleString('en')} rows/s\n` +
    `ratio: ${(perSecond / bare).toFixed(2)}\n`,
);
process.exit(0);

/** Rows a second, each group of rows one commit with `synchronous=full`. */
function bareSqlite(group: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bauta-bench-'));
  const raw = new Database(join(folder, 'bare.db'), { create: true });
  raw.run('pragma journal_mode = wal');
  raw.run('pragma synchronous = full');
  raw.run(
    'create table messages (id text primary key, room text, seq integer, content text, unique (room, seq)) strict',
  );
  const insert = raw.query('insert into messages values (?, ?, ?, ?)');
  const endMs = performance.now() + 3_000;
  const beganMs = performance.now();
  let rows = 0;
  while (performance.now() < endMs) {
    raw.transaction(() => {
      for (let n = 0; n < group; n++)
        insert.run(crypto.randomUUID(), `room ${rows % ROOMS}`, rows++, 'How are you all today?');
    })();
  }
  const seconds = (performance.now() - beganMs) / 1000;
  raw.close();
  rmSync(folder, { recursive: true });
  return rows / seconds;
}
