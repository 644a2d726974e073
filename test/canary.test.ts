import { afterAll, expect, test } from 'bun:test';
import { createClient, join, newPerson, newRoom, say } from './support/client.ts';
import { filesWith } from './support/disk.ts';
import { createOperator, PASSWORD, signIn } from './support/operator.ts';
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

test('what people and operators write while order is kept stands in no log, no metric, and not in the audit log', async () => {
  await server.restart();
  await createOperator(server, 'canary-operator');
  const headers = { 'X-Forwarded-For': ADDRESS, 'User-Agent': 'canary-agent' };
  const owner = await newPerson(server, NICKNAME);
  const { code } = await newRoom(owner, { name: ROOM_NAME });
  const author = await newPerson(server, OTHER);
  const member_id = await join(author, code);
  const { id } = await say(author, code, TEXT);
  const { report } = await owner.call('reportMessage', {
    params: { id },
    body: { reason: 'other', details: 'canary-details' },
    headers,
  });
  const body = { room_code: code, member_id, reason: 'canary-reason', rotate_code: true, delete_messages: true };
  const { block } = await owner.call('blockSession', { body, headers });
  await author.refused('blocked', 'joinRoom', { body: { room_code: code }, headers });
  await owner.call('resolveReport', { params: { id: report.id }, body: { action: 'dismiss', note: 'canary-note' } });

  const operator = await signIn(server, 'canary-operator');
  await operator.refused('unauthenticated', 'adminLogin', {
    body: { username: 'canary-guess', password: 'canary-password' },
    headers,
  });
  await operator.call('adminSearchSessions', { body: { query: NICKNAME }, headers });
  await operator.call('adminSearchRooms', { body: { query: ROOM_NAME }, headers });
  await operator.call('adminMessages', { params: { code: block.room_code }, headers });
  await operator.call('adminReport', { params: { id: report.id }, headers });
  await operator.call('adminNoteReport', { params: { id: report.id }, body: { note: 'canary-note' } });
  await operator.call('adminBan', { params: { id: author.sessionId }, body: { reason: 'canary-ban' }, headers });
  await operator.refused('invalid_request', 'adminConfirm', { body: { password: 'canary-password' } });
  const { secret } = await operator.call('adminStartTotp');
  await operator.call('adminAuditVerify');
  const exported = await fetch(`${server.url}/api/admin/audit/export/`, { headers: { Cookie: operator.cookie } });
  const audit = await exported.text();
  const metrics = await fetch(`${server.url}/metrics`, {
    headers: { Authorization: 'Bearer a-token-for-the-metrics' },
  });
  const written = `${server.output.stdout}${server.output.stderr}${await metrics.text()}${audit}`.toLowerCase();
  expect(audit.trim().split('\n').length).toBeGreaterThan(15);

  const cookie = operator.cookie.split('=')[1] ?? 'no cookie';
  const secrets = [
    NICKNAME,
    OTHER,
    ROOM_NAME,
    TEXT,
    ADDRESS,
    '127.0.0.1',
    code,
    block.room_code,
    PASSWORD,
    secret,
    cookie,
  ];
  for (const text of [...secrets, 'canary', owner.token, author.token]) {
    expect([text, written.includes(text.toLowerCase())]).toEqual([text, false]);
  }
  // On the disk: no address in any form, no token, no password. The rest is kept for its time and no longer.
  for (const text of [
    ADDRESS,
    '127.0.0.1',
    'canary-agent',
    owner.token,
    author.token,
    cookie,
    PASSWORD,
    secret,
    'canary-guess',
  ]) {
    expect([text, filesWith(server, text)]).toEqual([text, []]);
  }
});
