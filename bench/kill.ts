/** `kill -9` under load, again and again: no receipt may be lost, nothing may be there twice. `bun bench/kill.ts [rounds] [seed]` */
import { connect, newRoom, newSession } from './people.ts';
import { measuredServer } from './server.ts';

const ROUNDS = Number(process.argv[2] ?? 100);
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const ROOMS = 4;
const WRITERS = 3;
process.stdout.write(`seed ${SEED}\n`);
const random = mulberry32(SEED);

interface Writer {
  code: string;
  token: string;
  name: string;
  sent: number;
  receipts: Map<string, string>;
  waiting: string | null;
}

const server = await measuredServer();
const writers: Writer[] = [];
for (let room = 0; room < ROOMS; room++) {
  const tokens = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => newSession(server.url, room * WRITERS + n)),
  );
  const code = await newRoom(server.url, tokens[0] ?? '');
  for (const [n, token] of tokens.entries()) {
    writers.push({ code, token, name: `r${room}w${n}n`, sent: 0, receipts: new Map(), waiting: null });
  }
}

for (let round = 0; round < ROUNDS; round++) {
  for (const writer of writers) await write(writer);
  await Bun.sleep(20 + random() * 150);
  await server.kill();
  await server.start();
}
for (const writer of writers) await write(writer, false);
await Bun.sleep(500);

let lost = 0;
let double = 0;
let found = 0;
for (const code of new Set(writers.map((writer) => writer.code))) {
  const ofRoom = writers.filter((writer) => writer.code === code);
  const stored = await readAll(code, ofRoom[0]?.token ?? '');
  found += stored.length;
  const ids = new Map<string, number>();
  for (const { client_id } of stored) ids.set(client_id, (ids.get(client_id) ?? 0) + 1);
  for (const count of ids.values()) if (count > 1) double += count - 1;
  stored.forEach((message, index) => {
    if (message.seq !== index + 1) throw new Error(`a gap in seq: ${message.seq} at ${index + 1}`);
  });
  for (const writer of ofRoom) for (const id of writer.receipts.keys()) if (!ids.has(id)) lost++;
}
const receipts = writers.reduce((sum, writer) => sum + writer.receipts.size, 0);
process.stdout.write(
  `${ROUNDS} rounds: ${receipts} receipts, ${found} messages found, ${lost} lost, ${double} double\n`,
);
await server.dispose();
process.exit(lost + double === 0 ? 0 : 1);

/** Connects, sends what had no receipt again, then one message after the other as receipts come. */
async function write(writer: Writer, more = true): Promise<void> {
  const socket = await connect(server.url, writer.code, writer.token, (frame) => {
    const { waiting } = writer;
    if (waiting === null || !frame.startsWith('{"type":"chat_message"') || !frame.includes(`"client_id":"${waiting}"`))
      return;
    writer.receipts.set(waiting, waiting);
    writer.waiting = null;
    if (more) next();
  });
  const send = () =>
    socket.send(JSON.stringify({ type: 'chat_message', content: `line ${writer.waiting}`, client_id: writer.waiting }));
  const next = () => {
    writer.sent++;
    writer.waiting = `${writer.name}${writer.sent}`;
    send();
  };
  if (writer.waiting !== null) send();
  else if (more) next();
}

async function readAll(code: string, token: string): Promise<{ seq: number; client_id: string }[]> {
  const all: { seq: number; client_id: string }[] = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const answer = await fetch(`${server.url}/api/rooms/${code}/messages/?limit=200&after=${after}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const page = (await answer.json()) as { messages: { seq: number; client_id: string }[]; has_more: boolean };
    all.push(...page.messages);
    if (!page.has_more) return all;
  }
}

/** A small generator that a seed repeats. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
