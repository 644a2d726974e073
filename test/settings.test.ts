import { Database } from 'bun:sqlite';
import { beforeAll, expect, test } from 'bun:test';
import { join as path } from 'node:path';
import { createClient, join, messagesOf, newPerson, newRoom, say } from './support/client.ts';
import { eventually } from './support/eventually.ts';
import { createOperator, type Operator, signIn } from './support/operator.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
let operator: Operator;
beforeAll(async () => {
  await createOperator(server);
  operator = await signIn(server);
});

const set = (body: object) => operator.call('adminUpdateSettings', { body });
const shippedLimits = async () => (await operator.call('adminSettings')).shipped.limits;

test('a limit acts at once, over call and socket, and goes again', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const socket = await enter(server, person, code);
  await say(person, code, 'one');
  await set({ limits: { message: { count: 2, seconds: 60 } } });
  await say(person, code, 'two');
  await say(person, code, 'three');
  await person.refused('rate_limited', 'sendMessage', { body: { room_code: code, content: 'four' } });
  socket.send({ type: 'chat_message', content: 'four' });
  expect((await socket.next('error')).code).toBe('rate_limited');
  await set({ limits: { message: null } });
  await say(person, code, 'five');
  await socket.close();
});

test('the greatest room and the sockets of a session', async () => {
  await set({ limits: { members: 2, socket: 1 } });
  const owner = await newPerson(server);
  const { code } = await newRoom(owner);
  await join(await newPerson(server), code);
  await (await newPerson(server)).refused('forbidden', 'joinRoom', { body: { room_code: code } });
  const socket = await enter(server, owner, code);
  await expect(enter(server, owner, code)).rejects.toThrow();
  await socket.close();
  const { members, socket: sockets } = await shippedLimits();
  await set({ limits: { members, socket: sockets } });
});

test('no new rooms, no new people: said at once, and seen by the page', async () => {
  const person = await newPerson(server);
  await set({ room_creation: false, session_creation: false });
  await person.refused('forbidden', 'createRoom', { body: {} });
  await createClient(server).refused('forbidden', 'createSession', { body: { nickname: 'Late' } });
  const { site } = await createClient(server).call('getSite');
  expect(site).toMatchObject({ room_creation: false, session_creation: false });
  await set({ room_creation: true, session_creation: true });
  await newRoom(person);
});

test('retention: the default is taken, more than the greatest is refused, rooms that have more are lowered and told', async () => {
  const owner = await newPerson(server);
  const { code } = await newRoom(owner, { retention_seconds: 30 * 86_400 });
  await say(owner, code, 'old');
  await server.clock.advance(2 * 86_400_000);
  await say(owner, code, 'new');
  operator = await signIn(server);
  const socket = await enter(server, owner, code);
  await set({ retention_default_seconds: 3_600, retention_max_seconds: 86_400 });
  expect((await socket.next('room_updated')).room.retention_seconds).toBe(86_400);
  expect((await socket.next('messages_expired')).up_to_seq).toBe(1);
  expect((await newRoom(owner)).retention_seconds).toBe(3_600);
  const body = { retention_seconds: 86_401 };
  const { errors } = await owner.refused('invalid_request', 'createRoom', { body });
  expect(errors?.[0]?.path).toBe('retention_seconds');
  await owner.refused('invalid_request', 'updateRoom', { params: { code }, body });
  await operator.refused('invalid_request', 'adminUpdateRoom', { params: { code }, body });
  await set({ retention_default_seconds: 86_400, retention_max_seconds: 31_536_000 });
  await socket.close();
});

test('the greatest message counts for sending and changing', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const message = await say(person, code, 'short');
  await set({ content_chars_max: 10 });
  await say(person, code, '🦩'.repeat(10));
  const content = 'x'.repeat(11);
  const { errors } = await person.refused('invalid_request', 'sendMessage', { body: { room_code: code, content } });
  expect(errors?.[0]?.path).toBe('content');
  await person.refused('invalid_request', 'editMessage', { params: { id: message.id }, body: { content } });
  await set({ content_chars_max: 4_000 });
});

test('refused words: whole ones, whatever their case, in messages, nicknames and room names', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  await set({ refused_words: ['rat', 'STRASSE', 'schöne Welt', '毒品'] });
  const refused = ['A rat!', 'RAT', 'Ｒａｔ', 'in der Straße', 'straSSe', 'O SCHÖNE  welt.', 'rat\nrace', '买毒品吗'];
  for (const content of refused) {
    const { errors } = await person.refused('invalid_request', 'sendMessage', { body: { room_code: code, content } });
    expect([content, errors?.[0]?.path]).toEqual([content, 'content']);
    expect(JSON.stringify(errors)).not.toContain('rat');
  }
  for (const content of ['rather', 'crate', 'Strassen', 'schöne neue Welt', 'r at']) await say(person, code, content);
  await createClient(server).refused('invalid_request', 'createSession', { body: { nickname: 'The Rat' } });
  await person.refused('invalid_request', 'createRoom', { body: { name: 'Rat race' } });
  await person.refused('invalid_request', 'updateRoom', { params: { code }, body: { name: 'Rat' } });
  await (await newPerson(server)).refused('invalid_request', 'joinRoom', {
    body: { room_code: code, nickname: 'rat' },
  });
  await set({ refused_words: [] });
  await say(person, code, 'a rat');
});

test('what had arrived is known when it is sent again, whatever is refused since', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const body = { room_code: code, content: 'a rat', client_id: 'c-1' };
  const { message } = await person.call('sendMessage', { body });
  await set({ refused_words: ['rat'] });
  expect(await person.callForStatus('sendMessage', { body })).toMatchObject({ status: 200, body: { message } });
  await person.refused('invalid_request', 'sendMessage', { body: { ...body, client_id: 'c-2' } });
  await set({ refused_words: [] });
});

test('a longest retention that was set when the process died is carried out by the next one', async () => {
  const owner = await newPerson(server);
  const { code } = await newRoom(owner, { retention_seconds: 86_400 });
  await server.stop();
  const database = new Database(path(server.dataDir, 'bauta.db'));
  database.run(
    "insert or replace into settings values ('retention_max_seconds', '3600'), ('retention_default_seconds', '3600')",
  );
  database.close();
  await server.restart();
  await server.clock.advance(61_000);
  await eventually('a lower retention', async () => {
    const { room } = await owner.call('getRoom', { params: { code } });
    return 'retention_seconds' in room && room.retention_seconds === 3_600 ? true : null;
  });
  operator = await signIn(server);
  await set({ retention_default_seconds: 86_400, retention_max_seconds: 31_536_000 });
});

test('reports of a session have a limit, and a shorter retention of somebody’s room asks for the password', async () => {
  const owner = await newPerson(server);
  const { code } = await newRoom(owner);
  const author = await newPerson(server);
  await join(author, code);
  const ids = [];
  for (let n = 0; n < 3; n++) ids.push((await say(author, code, `number ${n}`)).id);
  await set({ limits: { report: { count: 2, seconds: 60 } } });
  const report = (id = '') => ({ params: { id }, body: { reason: 'spam' as const } });
  await owner.call('reportMessage', report(ids[0]));
  await owner.call('reportMessage', report(ids[1]));
  await owner.refused('rate_limited', 'reportMessage', report(ids[2]));
  // Asking again for the receipt of one that was taken counts nothing.
  await owner.call('reportMessage', report(ids[0]));
  await set({ limits: { report: null } });

  await server.clock.advance(16 * 60_000);
  await operator.call('adminUpdateRoom', { params: { code }, body: { locked: true, retention_seconds: 90_000 } });
  await operator.refused('confirmation_required', 'adminUpdateRoom', {
    params: { code },
    body: { retention_seconds: 60 },
  });
  expect(await messagesOf(owner, code)).toHaveLength(3);
  operator = await signIn(server);
});

test('a bad value is refused with the reason at its field, and changes nothing', async () => {
  const { settings: before } = await operator.call('adminSettings');
  const bad: [body: object, path: string][] = [
    [{ limits: { message: { count: 0, seconds: 60 } } }, 'limits.message.count'],
    [{ limits: { message: { count: 5 } } }, 'limits.message.seconds'],
    [{ limits: { members: -1 } }, 'limits.members'],
    [{ limits: { request: { count: 3, seconds: 10 } } }, 'limits.request.count'],
    [{ retention_default_seconds: 90_000, retention_max_seconds: 86_400 }, 'retention_default_seconds'],
    [{ retention_max_seconds: 59 }, 'retention_max_seconds'],
    [{ content_chars_max: 4_001 }, 'content_chars_max'],
    [{ room_creation: 'yes' }, 'room_creation'],
    [{ refused_words: ['fine', ''] }, 'refused_words.1'],
    [{ refused_words: ['fine', '...'] }, 'refused_words.1'],
    [{ limits: { request: { count: 20, seconds: 1_999_999 } } }, 'limits.request.count'],
    [{ limits: { login: { count: 5, seconds: 86_401 } } }, 'limits.login.seconds'],
    [{ notice: 'x'.repeat(501) }, 'notice'],
    [{ audit_days: 0 }, 'audit_days'],
    [{ notice: 'half', unknown: 1 }, ''],
  ];
  for (const [body, path] of bad) {
    const { errors } = await operator.refused('invalid_request', 'adminUpdateSettings', { body });
    expect([body, errors?.[0]?.path, (errors?.[0]?.message.length ?? 0) > 5]).toEqual([body, path, true]);
  }
  expect((await operator.call('adminSettings')).settings).toEqual(before);
});

test('what is set outlives the process', async () => {
  await set({ notice: 'Run by the tenants.\nTalk to us.', limits: { message: { count: 77, seconds: 5 } } });
  await server.stop();
  await server.restart();
  const { settings, shipped } = await operator.call('adminSettings');
  expect(settings.limits.message).toEqual({ count: 77, seconds: 5 });
  expect(shipped.limits.message).toBeNull();
  expect((await createClient(server).call('getSite')).site.notice).toBe('Run by the tenants.\nTalk to us.');
});
