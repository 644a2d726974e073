import { afterAll, expect, test } from 'bun:test';
import { createClient, join, messagesOf, newPerson, newRoom, type Person, say } from './support/client.ts';
import { refusedUpgrade } from './support/raw.ts';
import { type Environment, NO_LIMITS, startServer, type TestServer } from './support/server.ts';
import { enter } from './support/socket.ts';

const running: TestServer[] = [];
/** A server with one limit as shipped (or as given) and the others off; its clock stands still. */
async function serverWith(limit: string, env: Environment = {}): Promise<TestServer> {
  const server = await startServer({ LIMITS: `${NO_LIMITS} ${limit}`, ...env });
  running.push(server);
  await server.clock.hold();
  // From midnight on: at the next one the networks get new names, and what was counted under the old ones is forgotten.
  await server.clock.advance(DAY_MS - (server.clock.nowMs() % DAY_MS));
  return server;
}
const DAY_MS = 86_400_000;
afterAll(() => Promise.all(running.map((server) => server.dispose())));

/** The refusal states the seconds; a millisecond before they are over the next try is refused, with them it passes. */
async function expectWait(server: TestServer, seconds: number, attempt: () => Promise<Response>): Promise<void> {
  const refusal = await attempt();
  expect(refusal.status).toBe(429);
  expect(refusal.headers.get('retry-after')).toBe(String(seconds));
  const { code, retry_after_seconds } = (await refusal.json()) as { code: string; retry_after_seconds: number };
  expect({ code, retry_after_seconds }).toEqual({ code: 'rate_limited', retry_after_seconds: seconds });
  await server.clock.advance(seconds * 1_000 - 1);
  expect((await attempt()).status).toBe(429);
  await server.clock.advance(1);
  expect((await attempt()).ok).toBe(true);
}

const post = (server: TestServer, path: string, body: object, token?: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
    body: JSON.stringify(body),
  });

test('the 10th message in a minute passes, the 11th waits the stated seconds', async () => {
  const server = await serverWith('message=10/60');
  const [person, other] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(person);
  await join(other, code);
  for (let index = 0; index < 10; index++) await say(person, code, 'm');
  await say(other, code, 'another session has its own bucket');
  await expectWait(server, 60, () =>
    post(server, '/api/messages/send/', { room_code: code, content: 'm' }, person.token),
  );
  expect(await messagesOf(person, code)).toHaveLength(12);
});

test('over the socket the 11th message comes back as an error with the seconds, and the socket stays', async () => {
  const server = await serverWith('message=10/60');
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const socket = await enter(server, person, code);
  for (let index = 0; index < 11; index++) socket.send({ type: 'chat_message', content: 'm', client_id: `c-${index}` });
  const error = await socket.next('error');
  expect(error).toMatchObject({ code: 'rate_limited', client_id: 'c-10', retry_after_seconds: 60 });
  expect((await socket.settled()).last_seq).toBe(10);
  await server.clock.advance(60_000);
  socket.send({ type: 'chat_message', content: 'm', client_id: 'c-10' });
  expect((await socket.next('chat_message')).seq).toBe(11);
});

test('sending a message again that had arrived costs nothing', async () => {
  const server = await serverWith('message=10/60');
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const send = (client_id: string) =>
    person.callForStatus('sendMessage', { body: { room_code: code, content: 'm', client_id } });
  for (let index = 0; index < 5; index++) {
    await send('same');
    await send('same');
  }
  for (let index = 0; index < 9; index++) expect((await send(`c-${index}`)).status).toBe(201);
  await person.refused('rate_limited', 'sendMessage', { body: { room_code: code, content: 'm', client_id: 'more' } });
  expect((await send('c-3')).status).toBe(200);
});

test('a network makes 5 sessions an hour and 3 rooms an hour', async () => {
  const server = await serverWith('session=5/3600 room=3/3600');
  const people: Person[] = [];
  for (let index = 0; index < 5; index++) people.push(await newPerson(server));
  const [first, second] = people as [Person, Person];
  for (const person of [first, second, first]) await newRoom(person);
  await expectWait(server, 3_600, () => post(server, '/api/session/create/', { nickname: 'Sixth' }));
  await newRoom(first);
  await newRoom(second);
  await newRoom(first);
  await expectWait(server, 3_600, () => post(server, '/api/rooms/create/', {}, second.token));
});

test('what was refused for its content is not counted', async () => {
  const server = await serverWith('session=5/3600 message=10/60');
  const anonymous = createClient(server);
  for (let index = 0; index < 8; index++) {
    await anonymous.refused('invalid_request', 'createSession', { body: { nickname: 'x' } });
  }
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  for (let index = 0; index < 12; index++) {
    await person.refused('invalid_request', 'sendMessage', { body: { room_code: code, content: '' } });
  }
  await say(person, code, 'still allowed');
});

test('after 20 wrong codes the network waits, members of rooms don’t', async () => {
  const server = await serverWith('lookup=20/3600');
  const [guesser, member] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(member);
  const wrong = (index: number) => `0000000000${String(index).padStart(2, '0')}`;
  for (let index = 0; index < 18; index++)
    await guesser.refused('not_found', 'getRoom', { params: { code: wrong(index) } });
  await guesser.refused('not_found', 'joinRoom', { body: { room_code: wrong(18) } });
  expect((await refusedUpgrade(server, `/ws/chat/${wrong(19)}/?token=${guesser.token}`)).status).toBe(404);
  await guesser.refused('rate_limited', 'getRoom', { params: { code: wrong(20) } });
  await guesser.refused('rate_limited', 'joinRoom', { body: { room_code: code } });
  expect((await refusedUpgrade(server, `/ws/chat/${wrong(21)}/?token=${guesser.token}`)).status).toBe(429);
  await member.call('getRoom', { params: { code } });
  await expectWait(server, 3_600, () => post(server, '/api/rooms/join/', { room_code: code }, guesser.token));
});

test('a network makes 100 requests in 10 seconds, and the health check is not held up', async () => {
  const server = await serverWith('request=100/10');
  const get = () => fetch(`${server.url}/api/rooms/`, { headers: { Authorization: `Bearer ${person.token}` } });
  const person = await newPerson(server);
  for (let index = 0; index < 99; index++) expect((await get()).status).toBe(200);
  await expectWait(server, 10, get);
  for (let index = 0; index < 120; index++) expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('a session opens 20 sockets, and another one when one of them is closed', async () => {
  const server = await serverWith('socket=20');
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const sockets = [];
  for (let index = 0; index < 20; index++) sockets.push(await enter(server, person, code));
  expect((await refusedUpgrade(server, `/ws/chat/${code}/?token=${person.token}`)).status).toBe(429);
  await enter(server, await newPerson(server), code);
  await sockets[0]?.close();
  await enter(server, person, code);
});

test('a full room takes nobody new and keeps who is in it', async () => {
  const server = await serverWith('members=3');
  const people = [await newPerson(server), await newPerson(server), await newPerson(server), await newPerson(server)];
  const [owner, second, third, fourth] = people as [Person, Person, Person, Person];
  const { code } = await newRoom(owner);
  await join(second, code);
  await join(third, code);
  const response = await post(server, '/api/rooms/join/', { room_code: code }, fourth.token);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect((await owner.call('getRoom', { params: { code } })).room.member_count).toBe(3);
  await join(third, code);
  await second.call('leaveRoom', { params: { code } });
  await join(fourth, code);
});

test('behind one trusted proxy each person’s own network counts, and what they make up themselves doesn’t', async () => {
  const server = await serverWith('session=1/3600', { TRUSTED_PROXIES: '1' });
  const from = (address: string) =>
    post(server, '/api/session/create/', { nickname: 'Someone' }, undefined, { 'X-Forwarded-For': address }).then(
      ({ status }) => status,
    );
  expect(await from('203.0.113.1')).toBe(201);
  expect(await from('203.0.113.1')).toBe(429);
  expect(await from('203.0.113.2')).toBe(201);
  expect(await from('198.51.100.7, 203.0.113.2')).toBe(429);
  expect(await from('2001:db8:1:2::1')).toBe(201);
  expect(await from('2001:db8:1:2:ffff::9')).toBe(429);
  expect(await from('2001:db8:1:3::1')).toBe(201);
});

test('without a trusted proxy a forwarded address means nothing, and the operator is told once', async () => {
  const server = await serverWith('session=1/3600');
  const from = (address: string) =>
    post(server, '/api/session/create/', { nickname: 'Someone' }, undefined, { 'X-Forwarded-For': address }).then(
      ({ status }) => status,
    );
  expect([await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([201, 429]);
  const warnings = server.output.stdout.split('\n').filter((line) => line.includes('"level":40'));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('TRUSTED_PROXIES');
  expect(warnings[0]).not.toContain('203.0.113');
});

test('limits that are off hold nobody up', async () => {
  const shared = await serverWith('');
  const person = await newPerson(shared);
  const { code } = await newRoom(person);
  for (let index = 0; index < 150; index++) await say(person, code, 'm');
  for (let index = 0; index < 30; index++)
    await person.refused('not_found', 'getRoom', { params: { code: '000000000000' } });
});

test('as shipped: 10 messages a minute, 3 rooms and 5 sessions an hour, 20 wrong codes', async () => {
  const server = await startServer({ LIMITS: '' });
  running.push(server);
  await server.clock.hold();
  const person = await newPerson(server);
  for (let index = 1; index < 5; index++) await newPerson(server);
  const session = await createClient(server).refused('rate_limited', 'createSession', { body: { nickname: 'Sixth' } });
  expect(session.retry_after_seconds).toBe(3_600);
  const { code } = await newRoom(person);
  await newRoom(person);
  await newRoom(person);
  expect((await person.refused('rate_limited', 'createRoom', { body: {} })).retry_after_seconds).toBe(3_600);
  for (let index = 0; index < 10; index++) await say(person, code, 'm');
  const body = { room_code: code, content: 'm' };
  expect((await person.refused('rate_limited', 'sendMessage', { body })).retry_after_seconds).toBe(60);
  const unknown = { params: { code: '000000000000' } };
  for (let index = 0; index < 20; index++) await person.refused('not_found', 'getRoom', unknown);
  expect((await person.refused('rate_limited', 'getRoom', unknown)).retry_after_seconds).toBe(3_600);
});
