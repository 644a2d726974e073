import { afterAll, expect, test } from 'bun:test';
import { createClient, messagesOf, newPerson, newRoom } from './support/client.ts';
import { rawConnection } from './support/raw.ts';
import { startServer, type TestServer } from './support/server.ts';
import { enter } from './support/socket.ts';

const started: TestServer[] = [];
async function running(): Promise<TestServer> {
  const server = await startServer();
  started.push(server);
  return server;
}
afterAll(() => Promise.all(started.map((server) => server.dispose())));

test('asked to stop, it closes the sockets with 1001 and ends with 0 in time', async () => {
  const server = await running();
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const sockets = await Promise.all(Array.from({ length: 20 }, () => enter(server, person, code)));
  const beforeMs = performance.now();
  const exit = server.stop();
  for (const socket of sockets) expect((await socket.closed).code).toBe(1001);
  expect(await exit).toBe(0);
  expect(performance.now() - beforeMs).toBeLessThan(5_000);
  expect(server.output.stderr).toBe('');
});

test('asked to stop under load, what was under way is committed and answered, and is there afterwards', async () => {
  const server = await running();
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const socket = await enter(server, person, code);
  const receipts = new Set<string>();
  let stopping = false;
  const talkers = Array.from({ length: 10 }, async (_, talker) => {
    for (let index = 0; !stopping; index++) {
      const client_id = `http-${talker}-${index}`;
      try {
        await person.call('sendMessage', { body: { room_code: code, content: 'm', client_id } });
        receipts.add(client_id);
      } catch {
        return;
      }
    }
  });
  for (let index = 0; index < 200; index++)
    socket.send({ type: 'chat_message', content: 'm', client_id: `ws-${index}` });
  await socket.until((frame) => frame.type === 'chat_message' && frame.seq >= 300);
  const exit = server.stop();
  expect(await exit).toBe(0);
  stopping = true;
  await Promise.all(talkers);
  expect((await socket.closed).code).toBe(1001);
  for (const frame of socket.frames) if (frame.type === 'chat_message') receipts.add(frame.client_id ?? '');

  await server.restart();
  const found: string[] = [];
  for (let after = 0; ; ) {
    const page = await messagesOf(person, code, { after, limit: 200 });
    if (page.length === 0) break;
    found.push(...page.map(({ client_id }) => client_id ?? ''));
    after = page.at(-1)?.seq ?? after;
  }
  expect(new Set(found).size).toBe(found.length);
  expect([...receipts].filter((id) => !found.includes(id))).toEqual([]);
});

test('a slow request and an idle connection don’t keep it from stopping', async () => {
  const server = await running();
  const { host } = new URL(server.url);
  const slow = await rawConnection(server);
  slow.socket.write(
    `POST /api/session/create/ HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
  );
  await rawConnection(server);
  await createClient(server).call('createSession', { body: { nickname: 'Kept alive' } });
  const beforeMs = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - beforeMs).toBeLessThan(5_000);
}, 10_000);

test('a session and its room are there again after a stop', async () => {
  const server = await running();
  const person = await newPerson(server, 'Steadfast');
  const { code } = await newRoom(person);
  await server.stop();
  await server.restart();
  expect((await person.call('validateSession')).session.nickname).toBe('Steadfast');
  expect((await person.call('getRoom', { params: { code } })).room.code).toBe(code);
});
