/** `kill -9` under load, again and again: no receipt may be lost, nothing may be there twice. `bun bench/kill.ts [rounds] [seed]` */
import { Database } from 'bun:sqlite';
import { join } from 'node:path';
import { connect, newRoom, newSession } from './people.ts';
import { measuredServer } from './server.ts';

const ROUNDS = Number(process.argv[2] ?? 100);
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const ROOMS = 4;
const WRITERS = 3;
/** The kill comes somewhere in this time after all have connected. */
const KILL_MS = { min: 5, max: 200 };
const LAST_RECEIPTS_MS = 10_000;

interface Writer {
  code: string;
  token: string;
  name: string;
  sent: number;
  /** The `client_id` of each message with a receipt, in order. */
  receipts: string[];
  /** Sent, and no receipt yet: goes again after the restart. */
  waiting: string | null;
}

interface Stored {
  seq: number;
  client_id: string;
  content: string;
}

process.stdout.write(`seed ${SEED}\n`);
const random = seeded(SEED);
const server = await measuredServer();
const writers: Writer[] = [];
for (let room = 0; room < ROOMS; room++) {
  const tokens = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => newSession(server.url, room * WRITERS + n)),
  );
  const code = await newRoom(server.url, tokens[0] ?? '');
  for (const [n, token] of tokens.entries()) {
    writers.push({ code, token, name: `r${room}w${n}n`, sent: 0, receipts: [], waiting: null });
  }
}

let sentAgain = 0;
for (let round = 1; round <= ROUNDS; round++) {
  for (const writer of writers) await write(writer);
  await Bun.sleep(KILL_MS.min + random() * (KILL_MS.max - KILL_MS.min));
  await server.kill();
  await server.start();
  if (round % 10 === 0) process.stdout.write(`round ${round}: ${receiptsSoFar()} receipts\n`);
}
await Promise.race([
  Promise.all(writers.map((writer) => new Promise<void>((done) => write(writer, done)))),
  Bun.sleep(LAST_RECEIPTS_MS),
]);

const wrong = { lost: 0, double: 0, gaps: 0, changed: 0 };
let found = 0;
for (const code of new Set(writers.map((writer) => writer.code))) {
  const ofRoom = writers.filter((writer) => writer.code === code);
  const stored = await readAll(code, ofRoom[0]?.token ?? '');
  found += stored.length;
  const times = new Map<string, number>();
  for (const { client_id } of stored) times.set(client_id, (times.get(client_id) ?? 0) + 1);
  for (const count of times.values()) wrong.double += count - 1;
  wrong.gaps += stored.filter((message, index) => message.seq !== index + 1).length;
  wrong.changed += stored.filter(({ content, client_id }) => content !== contentOf(client_id)).length;
  wrong.lost += ofRoom.flatMap((writer) => writer.receipts).filter((id) => !times.has(id)).length;
}
await server.stop();
const file = new Database(join(server.dataDir, 'bauta.db'), { readonly: true });
const integrity = file.query<{ integrity_check: string }, []>('pragma integrity_check').get()?.integrity_check;
file.close();
await server.dispose();

const withoutReceipt = writers.filter((writer) => writer.waiting !== null).length;
process.stdout.write(
  `${ROUNDS} rounds: ${receiptsSoFar()} receipts (${sentAgain} sent again after a kill, ${withoutReceipt} still without one), ` +
    `${found} messages found, ${wrong.lost} lost, ${wrong.double} double, ${wrong.gaps} out of order, ` +
    `${wrong.changed} changed; integrity_check: ${integrity}\n`,
);
const holds = Object.values(wrong).every((count) => count === 0) && withoutReceipt === 0 && integrity === 'ok';
process.exit(holds ? 0 : 1);

/**
 * Connects, sends again what had no receipt, then one message after the other as receipts come.
 *
 * @param last called when there is nothing without a receipt; then no more is sent
 */
async function write(writer: Writer, last?: () => void): Promise<void> {
  const socket = await connect(server.url, writer.code, writer.token, (frame) => {
    const { waiting } = writer;
    if (waiting === null || !frame.startsWith('{"type":"chat_message"')) return;
    if (!frame.includes(`"client_id":"${waiting}"`)) return;
    writer.receipts.push(waiting);
    writer.waiting = null;
    next();
  });
  const send = (client_id: string) =>
    socket.send(JSON.stringify({ type: 'chat_message', content: contentOf(client_id), client_id }));
  const next = () => {
    if (last !== undefined) return last();
    writer.sent++;
    writer.waiting = `${writer.name}${writer.sent}`;
    send(writer.waiting);
  };
  if (writer.waiting === null) return next();
  sentAgain++;
  send(writer.waiting);
}

async function readAll(code: string, token: string): Promise<Stored[]> {
  const all: Stored[] = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const answer = await fetch(`${server.url}/api/rooms/${code}/messages/?limit=200&after=${after}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const page = (await answer.json()) as { messages: Stored[]; has_more: boolean };
    all.push(...page.messages);
    if (!page.has_more) return all;
  }
}

function contentOf(client_id: string): string {
  return `line ${client_id}`;
}

function receiptsSoFar(): number {
  return writers.reduce((sum, writer) => sum + writer.receipts.length, 0);
}

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
