import { expect, test } from 'bun:test';
import { createClient, join, messagesOf, newPerson, newRoom, say } from './support/client.ts';
import { refusedUpgrade } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
const DAY_MS = 86_400_000;

test('somebody who picks a nickname has a session, and nothing else is asked', async () => {
  const person = await newPerson(server, 'Quiet Heron');
  const { valid, session } = await person.call('validateSession');
  expect(valid).toBe(true);
  expect(session.nickname).toBe('Quiet Heron');
  expect(session.id).toBe(person.sessionId);
  expect(Object.keys(session).sort()).toEqual(['created_at', 'expires_at', 'id', 'nickname']);
});

test('a session token is 256 random bits, and no two are alike', async () => {
  const tokens = await Promise.all([1, 2, 3].map(async () => (await newPerson(server)).token));
  expect(new Set(tokens).size).toBe(3);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('the session cookie is kept from scripts and from other sites', async () => {
  const { headers } = await createClient(server).callForStatus('createSession', { body: { nickname: 'Salt Wind' } });
  const cookie = headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^bauta_session=[A-Za-z0-9_-]{43};/);
  expect(cookie).toMatch(/; ?HttpOnly/i);
  expect(cookie).toMatch(/; ?SameSite=Strict/i);
  expect(cookie).toMatch(/; ?Path=\/(;|$)/i);
  expect(cookie).not.toMatch(/Domain=/i);
});

test('the session may be shown by cookie or bearer, and the bearer goes first', async () => {
  const [anna, ben] = [await newPerson(server, 'Anna'), await newPerson(server, 'Ben')];
  const cookie = { Cookie: `other=1; bauta_session=${ben.token}` };
  const byCookie = await createClient(server).call('validateSession', { headers: cookie });
  expect(byCookie.session.nickname).toBe('Ben');
  const both = await anna.call('validateSession', { headers: cookie });
  expect(both.session.nickname).toBe('Anna');
});

test('a socket takes the session by query, bearer, cookie and subprotocol', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  for (const by of ['query', 'bearer', 'cookie', 'subprotocol'] as const) {
    const socket = await enter(server, person, code, { by });
    expect(socket.welcome.room.code).toBe(code);
    await socket.close();
  }
});

test('a call never takes the session from its address', async () => {
  const person = await newPerson(server);
  const response = await fetch(`${server.url}/api/session/validate/?token=${person.token}`);
  expect(response.status).not.toBe(200);
});

test('without a session, or with a made-up one, nothing is let in', async () => {
  await createClient(server).refused('unauthenticated', 'validateSession');
  await createClient(server, 'A'.repeat(43)).refused('unauthenticated', 'validateSession');
  await createClient(server, `'; DROP TABLE session; --`).refused('unauthenticated', 'listRooms');
  await createClient(server).refused('unauthenticated', 'createRoom', { body: {} });
  const owner = await newPerson(server);
  const { code } = await newRoom(owner);
  const refusal = await refusedUpgrade(server, `/ws/chat/${code}/?token=${'A'.repeat(43)}`);
  expect(refusal.status).toBe(401);
});

test('who ends the session leaves every room, and the socket closes with 4401', async () => {
  const [owner, leaver] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  const memberId = await join(leaver, code);
  const watching = await enter(server, owner, code);
  const socket = await enter(server, leaver, code);
  await watching.until((frame) => frame.type === 'presence' && frame.online.includes(memberId));
  await say(leaver, code, 'I was here');

  const { headers } = await leaver.callForStatus('endSession');
  expect(headers.get('set-cookie') ?? '').toMatch(/bauta_session=;|Max-Age=0/);
  expect((await socket.closed).code).toBe(4401);
  await watching.until((frame) => frame.type === 'presence' && frame.left.includes(memberId));
  await leaver.refused('unauthenticated', 'validateSession');
  expect((await messagesOf(owner, code)).map(({ content }) => content)).toEqual(['I was here']);
});

test('who ends the session with erase_messages takes the messages along, on every screen', async () => {
  const [owner, leaver] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  await join(leaver, code);
  const theirs = await say(leaver, code, 'erase this');
  await say(owner, code, 'keep this');
  const watching = await enter(server, owner, code);

  await leaver.call('endSession', { query: { erase_messages: 'true' } });
  const frame = await watching.next('message_deleted');
  expect(frame).toMatchObject({ id: theirs.id, seq: 1 });
  const contents = (await messagesOf(owner, code)).map(({ content, deleted }) => [content, deleted]);
  expect(contents).toEqual([
    ['', true],
    ['keep this', false],
  ]);
});

test('a session that nobody uses ends after 7 days', async () => {
  const [used, unused] = [await newPerson(server), await newPerson(server)];
  await server.clock.hold();
  await used.call('validateSession');
  await server.clock.advance(7 * DAY_MS - 60_000);
  await used.call('validateSession');
  await server.clock.advance(60_001);
  await unused.refused('unauthenticated', 'validateSession');
  await used.call('validateSession');
  await server.clock.run();
});

test('a session that is used every day ends after 30 days in any case', async () => {
  const person = await newPerson(server);
  for (let day = 1; day < 30; day++) {
    await server.clock.advance(DAY_MS);
    await person.call('validateSession');
  }
  await server.clock.advance(DAY_MS);
  await person.refused('unauthenticated', 'validateSession');
});

test('an ended session closes its sockets with 4401 without anybody asking', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person, { retention_seconds: 31_536_000 });
  const socket = await enter(server, person, code);
  await server.clock.advance(31 * DAY_MS);
  expect((await socket.closed).code).toBe(4401);
});

test('expires_at says when the session ends', async () => {
  const before = server.clock.nowMs();
  const { session } = await createClient(server).call('createSession', { body: { nickname: 'Timed' } });
  const livesMs = Date.parse(session.expires_at) - Date.parse(session.created_at);
  expect(Math.abs(livesMs - 7 * DAY_MS)).toBeLessThan(1_000);
  expect(Date.parse(session.created_at)).toBeGreaterThanOrEqual(before - 1_000);
});
