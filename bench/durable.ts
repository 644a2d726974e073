/**
 * Durable messages a second with receipts, over 200 rooms of 5; beside bare SQLite, which writes the same rows in
 * transactions of the same size with the same schema, and tells nobody.
 */
import { Database } from 'bun:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newRoom, newSession, percentile } from './people.ts';
import { openRawSocket, type RawSocket } from './raw-socket.ts';
import { measuredServer } from './server.ts';

const ROOMS = 200;
const MEMBERS = 5;
const WARM_UP_MS = 2_000;
const MEASURED_MS = 8_000;
const METRICS_TOKEN = 'a-token-of-the-bench';

const server = await measuredServer(undefined, { METRICS_TOKEN });
const delaysMs: number[] = [];
const writers: Writer[] = [];
let receipts = 0;

interface Writer {
  socket: RawSocket;
  sentMs: number;
  send(): void;
}

for (let room = 0; room < ROOMS; room++) {
  const tokens = await Promise.all(
    Array.from({ length: MEMBERS }, (_, n) => newSession(server.url, room * MEMBERS + n)),
  );
  const code = await newRoom(server.url, tokens[0] ?? '');
  for (const [n, token] of tokens.entries()) writers.push(await newWriter(code, token, `r${room}m${n}x`));
}
let running = true;
for (const writer of writers) writer.send();
await Bun.sleep(WARM_UP_MS);

const before = { receipts, cpuSeconds: server.cpuSeconds(), commits: await commits(), ms: performance.now() };
delaysMs.length = 0;
await Bun.sleep(MEASURED_MS);
const seconds = (performance.now() - before.ms) / 1000;
const perSecond = (receipts - before.receipts) / seconds;
const busy = (server.cpuSeconds() - before.cpuSeconds) / seconds;
const group = Math.round((receipts - before.receipts) / ((await commits()) - before.commits));
delaysMs.sort((a, b) => a - b);
running = false;
await server.stop();
const bare = bareSqlite(join(server.dataDir, 'bauta.db'), group);
await server.dispose();

const shown = (rate: number) => Math.round(rate).toLocaleString('en');
process.stdout.write(
  `Bauta: ${shown(perSecond)} durable messages/s with receipts over ${ROOMS} rooms of ${MEMBERS}, ${group} a commit, ` +
    `p50 ${percentile(delaysMs, 0.5).toFixed(1)} ms, p99 ${percentile(delaysMs, 0.99).toFixed(1)} ms, ` +
    `server's core ${Math.round(busy * 100)}% busy\n` +
    `bare SQLite, the same rows, ${group} a commit: ${shown(bare)} rows/s\n` +
    `ratio: ${(perSecond / bare).toFixed(2)}\n`,
);
process.exit(0);

/** Sends the next message when the receipt of the one before has come. */
async function newWriter(code: string, token: string, name: string): Promise<Writer> {
  let sent = 0;
  let awaited = Buffer.from('nothing');
  const socket = await openRawSocket(server.url, `/ws/chat/${code}/?token=${token}`, {
    frame(payload) {
      if (!payload.includes(awaited)) return;
      receipts++;
      delaysMs.push(performance.now() - writer.sentMs);
      if (running) writer.send();
    },
  });
  const writer: Writer = {
    socket,
    sentMs: 0,
    send() {
      const client_id = `${name}${++sent}`;
      awaited = Buffer.from(`"client_id":"${client_id}"`);
      writer.sentMs = performance.now();
      socket.send(JSON.stringify({ type: 'chat_message', content: 'How are you all today?', client_id }));
    },
  };
  return writer;
}

async function commits(): Promise<number> {
  const answer = await fetch(`${server.url}/metrics`, { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  return Number(/^bauta_commit_seconds_count (\d+)$/m.exec(await answer.text())?.[1]);
}

/** Rows a second: what the server has stored, written again into an empty database, for three seconds at most. */
function bareSqlite(file: string, group: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bauta-bench-'));
  const from = new Database(file, { readonly: true });
  const to = new Database(join(folder, 'bare.db'), { create: true });
  const pragmas = ['journal_mode = wal', 'synchronous = full', 'secure_delete = on', 'foreign_keys = on'];
  for (const pragma of [...pragmas, 'cache_size = -8000', 'wal_autocheckpoint = 8000']) to.run(`pragma ${pragma}`);
  for (const { sql } of from
    .query<{ sql: string }, []>("select sql from sqlite_master where sql is not null and tbl_name not like 'kysely%'")
    .all()) {
    to.run(sql);
  }
  to.run(`attach '${file}' as source`);
  for (const table of ['sessions', 'rooms', 'members'])
    to.run(`insert into main.${table} select * from source.${table}`);
  to.run('detach source');
  const rows = from.query('select * from messages order by created_at, room_id, seq limit 200000').values();
  from.close();
  const raise = to.query('update rooms set last_seq = last_seq + 1, last_message_at = ? where id = ?');
  const insert = to.query(`insert into messages values (${rows[0]?.map(() => '?').join(', ')})`);
  const startedMs = performance.now();
  let written = 0;
  while (written < rows.length && performance.now() - startedMs < 3_000) {
    to.run('begin immediate');
    for (const row of rows.slice(written, written + group)) {
      raise.run(...(row.slice(8, 9) as [number]), ...(row.slice(1, 2) as [string]));
      insert.run(...(row as (string | number | null)[]));
    }
    to.run('commit');
    written += group;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  to.close();
  rmSync(folder, { recursive: true });
  return Math.min(written, rows.length) / seconds;
}
