import { afterAll, expect, test } from 'bun:test';
import { createClient, join, newPerson, newRoom, say } from './support/client.ts';
import { filesWith } from './support/disk.ts';
import { refusedUpgrade } from './support/raw.ts';
import { startServer } from './support/server.ts';
import { enter } from './support/socket.ts';

const server = await startServer({
  LOG_LEVEL: 'trace',
  TRUSTED_PROXIES: '1',
  METRICS_TOKEN: 'a-token-for-the-metrics',
});
afterAll(() => server.dispose());

const ADDRESS = '203.0.113.77';
const ADDRESS_6 = '2001:db8:77:88::99';
const NICKNAME = 'Canary Heron';
const OTHER = 'Canary Bittern';
const ROOM_NAME = 'Canary Reeds';
const TEXT = 'canary-text-7f3a';
const CLIENT_ID = 'canary-client-id';

test('no log line and no metric holds an address, nickname, text, token or code, whatever was done', async () => {
  const headers = {
    'X-Forwarded-For': ADDRESS,
    'User-Agent': 'canary-agent',
    Referer: 'http://localhost/canary-referer',
  };
  const person = await newPerson(server, NICKNAME);
  const other = await newPerson(server, OTHER);
  await createClient(server).call('createSession', {
    body: { nickname: 'Canary Six' },
    headers: { 'X-Forwarded-For': ADDRESS_6 },
  });
  const { code } = await newRoom(person, { name: ROOM_NAME, retention_seconds: 60 });
  await other.call('joinRoom', { body: { room_code: code }, headers });
  const socket = await enter(server, other, code);
  const bySubprotocol = await enter(server, person, code, { by: 'subprotocol', headers });
  const { id } = await say(person, code, TEXT);
  await person.call('sendMessage', { body: { room_code: code, content: TEXT, client_id: CLIENT_ID }, headers });
  await person.call('editMessage', { params: { id }, body: { content: `${TEXT} edited` } });
  await other.call('addReaction', { params: { id, emoji: '🦩' } });
  socket.send({ type: 'chat_message', content: TEXT, client_id: 'canary-socket' });
  await socket.next('chat_message');
  socket.sendRaw(`broken ${TEXT}`);
  socket.send({ type: 'edit_message', id, content: TEXT });
  await socket.next('error');

  await other.refused('forbidden', 'editMessage', { params: { id }, body: { content: TEXT } });
  await other.refused('invalid_request', 'sendMessage', { body: { room_code: code, content: TEXT, canary: TEXT } });
  await other.refused('not_found', 'getRoom', { params: { code: 'CANARYC0DE99' }, headers });
  await createClient(server, 'canary-token').refused('unauthenticated', 'validateSession');
  await fetch(`${server.url}/canary-path?token=canary-query`, { headers });
  await fetch(`${server.url}/api/canary-path/?token=canary-query`, { headers });
  await refusedUpgrade(server, `/ws/chat/${code}/?token=canary-token`, [`X-Forwarded-For: ${ADDRESS}`]);
  await refusedUpgrade(server, `/ws/chat/CANARYC0DE99/?token=${person.token}`, ['Origin: https://canary.example']);
  const { room } = await person.call('rotateCode', { params: { code } });
  await join(await newPerson(server, 'Canary Late'), room.code);
  const metrics = await fetch(`${server.url}/metrics`, {
    headers: { Authorization: 'Bearer a-token-for-the-metrics' },
  });
  const metricsText = await metrics.text();
  expect(metrics.status).toBe(200);
  const { dataDir } = server;
  expect(dataDir).not.toBe('');
  for (const address of [ADDRESS, ADDRESS_6, '2001:db8:77:88']) expect(filesWith(server, address)).toEqual([]);
  for (const { token } of [person, other]) expect(filesWith(server, token)).toEqual([]);

  await bySubprotocol.close();
  await server.clock.advance(120_000);
  await socket.next('messages_expired');
  await person.call('burnRoom', { params: { code: room.code } });
  await other.call('endSession', { query: { erase_messages: 'true' } });
  expect(await server.stop()).toBe(0);

  const written = `${server.output.stdout}${server.output.stderr}${metricsText}`;
  const secrets = [NICKNAME, OTHER, ROOM_NAME, TEXT, ADDRESS, ADDRESS_6, '127.0.0.1', person.token, other.token, code];
  const dashed = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
  for (const secret of [...secrets, room.code, dashed, 'canary', 'CANARY', 'Canary', '🦩', id, person.sessionId]) {
    expect([secret, written.toLowerCase().includes(secret.toLowerCase())]).toEqual([secret, false]);
  }
  const lines = server.output.stdout.trim().split('\n');
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});
