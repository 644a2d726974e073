import { expect, test } from 'bun:test';
import type { Message } from '../protocol/objects.ts';
import { messagesOf, newPerson, newRoom, type Person } from './support/client.ts';
import { randomFrom } from './support/random.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter, type TestSocket } from './support/socket.ts';

const server = serverForFile();
const ROUNDS = 12;
const WRITERS = 6;

async function allMessages(person: Person, code: string): Promise<Message[]> {
  const found: Message[] = [];
  for (;;) {
    const page = await messagesOf(person, code, { after: found.at(-1)?.seq ?? 0, limit: 200 });
    if (page.length === 0) return found;
    found.push(...page);
  }
}

const receiptsIn = (socket: TestSocket) =>
  socket.frames.flatMap((frame) =>
    frame.type === 'chat_message' && frame.client_id !== null ? [frame.client_id] : [],
  );

test('killed under load and started again, every message with a receipt is there, once', async () => {
  const { random, seed } = randomFrom(process.env.SEED);
  console.info(`seed ${seed}`);
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const sent: string[] = [];
  const receipts = new Set<string>();

  for (let round = 0; round < ROUNDS; round++) {
    const sockets = await Promise.all(Array.from({ length: WRITERS }, () => enter(server, person, code)));
    const killAt = (sockets[0]?.welcome.last_seq ?? 0) + 20 + Math.floor(random() * 300);
    for (const [writer, socket] of sockets.entries()) {
      for (let index = 0; index < 100; index++) {
        const client_id = `r${round}-w${writer}-${index}`;
        sent.push(client_id);
        socket.send({ type: 'chat_message', content: `words of ${client_id}`, client_id });
      }
    }
    await sockets[0]?.until((frame) => frame.type === 'chat_message' && frame.seq >= killAt);
    await server.kill();
    await Promise.all(sockets.map((socket) => socket.closed));
    for (const socket of sockets) for (const id of receiptsIn(socket)) receipts.add(id);
    await server.restart();
  }

  const found = await allMessages(person, code);
  const ids = found.map(({ client_id }) => client_id ?? '');
  expect(found.map(({ seq }) => seq)).toEqual(found.map((_, index) => index + 1));
  expect([...receipts].filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(receipts.size).toBeGreaterThan(ROUNDS * 20);

  // What had no receipt is sent again, as a client does: then everything is there, still once.
  const socket = await enter(server, person, code);
  const open = sent.filter((id) => !receipts.has(id));
  for (const client_id of open) socket.send({ type: 'chat_message', content: `words of ${client_id}`, client_id });
  const missing = new Set(open);
  while (missing.size > 0) missing.delete((await socket.next('chat_message')).client_id ?? '');
  const complete = await allMessages(person, code);
  expect(complete.map(({ client_id }) => client_id ?? '').sort()).toEqual(sent.toSorted());
  for (const { client_id, content } of complete) expect(content).toBe(`words of ${client_id}`);
  console.info(`${ROUNDS} rounds: ${receipts.size} receipts, ${found.length} found, 0 lost, 0 double`);
}, 60_000);
