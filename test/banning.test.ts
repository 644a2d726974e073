import { Database } from 'bun:sqlite';
import { beforeAll, expect, test } from 'bun:test';
import { join as path } from 'node:path';
import { join, newPerson, newRoom, say } from './support/client.ts';
import { eventually } from './support/eventually.ts';
import { createOperator, type Operator, signIn } from './support/operator.ts';
import { refusedUpgrade } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
let operator: Operator;
beforeAll(async () => {
  await createOperator(server);
  operator = await signIn(server);
});

const ban = (id: string, body: { reason?: string; duration_seconds?: number } = {}) =>
  operator.call('adminBan', { params: { id }, body });

test('a ban closes all sockets of the session in all rooms within a second, and nothing is open to it any more', async () => {
  const pest = await newPerson(server);
  const rooms = [await newRoom(pest), await newRoom(await newPerson(server)), await newRoom(await newPerson(server))];
  for (const { code } of rooms) await join(pest, code);
  const sockets = await Promise.all(rooms.map(({ code }) => enter(server, pest, code)));
  const startedMs = performance.now();
  await ban(pest.sessionId);
  for (const socket of sockets) expect((await socket.closed).code).toBe(4403);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  for (const { code } of rooms) {
    await pest.refused('banned', 'joinRoom', { body: { room_code: code } });
    const response = await refusedUpgrade(server, `/ws/chat/${code}/`, [`Authorization: Bearer ${pest.token}`]);
    expect(((await response.json()) as { code: string }).code).toBe('banned');
  }
  await pest.refused('banned', 'validateSession');
  await pest.refused('banned', 'createRoom', { body: {} });
});

test('a room whose owner is banned is handed over, and everybody sees it', async () => {
  const owner = await newPerson(server, 'The owner');
  const { code } = await newRoom(owner);
  const [first, second] = [await newPerson(server, 'First'), await newPerson(server, 'Second')];
  await join(first, code);
  await join(second, code);
  const socket = await enter(server, second, code);
  await say(owner, code, 'stays');
  await ban(owner.sessionId);
  expect((await socket.next('member_updated')).member).toMatchObject({ nickname: 'First', role: 'owner' });
  const { members } = await second.call('listMembers', { params: { code } });
  expect(members.map(({ nickname, role }) => [nickname, role])).toEqual([
    ['First', 'owner'],
    ['Second', 'member'],
  ]);
  expect((await second.call('listMessages', { params: { code } })).messages[0]?.content).toBe('stays');
  await socket.close();
});

test('a ban whose server died in the middle is finished by the next one', async () => {
  const owner = await newPerson(server, 'Half banned');
  const { code } = await newRoom(owner);
  const heir = await newPerson(server, 'The heir');
  await join(heir, code);
  await server.stop();
  const database = new Database(path(server.dataDir, 'bauta.db'));
  database.query('update sessions set banned_at = ? where id = ?').run(server.clock.nowMs(), owner.sessionId);
  database.close();
  await server.restart();
  await server.clock.advance(61_000);
  await eventually('another owner', async () => {
    const { members } = await heir.call('listMembers', { params: { code } });
    return members.length === 1 && members[0]?.role === 'owner' ? true : null;
  });
  operator = await signIn(server);
});

test('a ban for a time is over to the millisecond; one for good can be lifted', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(await newPerson(server));
  await server.clock.hold();
  const { ban: made } = await ban(person.sessionId, { reason: 'Cooling down', duration_seconds: 600 });
  expect(made).toMatchObject({ reason: 'Cooling down' });
  expect(Date.parse(made.banned_until ?? '')).toBe(server.clock.nowMs() + 600_000);
  await server.clock.advance(599_999);
  await person.refused('banned', 'joinRoom', { body: { room_code: code } });
  await server.clock.advance(1);
  await join(person, code);
  await server.clock.run();
  await ban(person.sessionId);
  await person.refused('banned', 'validateSession');
  await operator.call('adminUnban', { params: { id: person.sessionId } });
  await person.call('validateSession');
  await operator.refused('not_found', 'adminUnban', { params: { id: person.sessionId } });
});

test('who is banned may still be forgotten, with the messages that are left', async () => {
  const person = await newPerson(server, 'Forget me');
  await ban(person.sessionId);
  await person.call('endSession', { query: { erase_messages: 'true' } });
  await person.refused('unauthenticated', 'validateSession');
});

test('a session that isn’t there can’t be banned', async () => {
  await operator.refused('not_found', 'adminBan', { params: { id: 'nobody' }, body: {} });
});

test('the list shows who is banned, who is connected, and finds people by nickname and id', async () => {
  const banned = await newPerson(server, 'Ünlü Şahin');
  const online = await newPerson(server, 'Here 100%_now');
  const { code } = await newRoom(online);
  const socket = await enter(server, online, code);
  await ban(banned.sessionId, { reason: 'Why' });
  const ids = async (body: object) =>
    (await operator.call('adminSearchSessions', { body })).sessions.map(({ id }) => id);
  expect(await ids({ state: 'banned' })).toContain(banned.sessionId);
  expect(await ids({ state: 'banned' })).not.toContain(online.sessionId);
  expect(await ids({ state: 'connected' })).toEqual([online.sessionId]);
  expect(await ids({ query: 'ünlü' })).toEqual([banned.sessionId]);
  expect(await ids({ query: '100%_' })).toEqual([online.sessionId]);
  expect(await ids({ query: '100%%' })).toEqual([]);
  expect(await ids({ query: banned.sessionId })).toEqual([banned.sessionId]);
  const { sessions } = await operator.call('adminSearchSessions', { body: { query: 'Here 100' } });
  expect(sessions).toMatchObject([{ sockets: 1, room_count: 1, ban: null }]);
  const [entry] = (await operator.call('adminSearchSessions', { body: { query: banned.sessionId } })).sessions;
  expect(entry?.ban).toMatchObject({ reason: 'Why', banned_until: null });
  await socket.close();
});
