import { expect, test } from 'bun:test';
import type { ErrorCode } from '../protocol/errors.ts';
import { expectHeaders, readProblem } from './support/answer.ts';
import { join, newPerson, newRoom, say } from './support/client.ts';
import { refusedUpgrade } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter, openSocket } from './support/socket.ts';

const server = serverForFile();

async function roomOfTwo() {
  const [anna, ben] = [await newPerson(server, 'Anna'), await newPerson(server, 'Ben')];
  const { code } = await newRoom(anna);
  const benId = await join(ben, code);
  return { anna, ben, benId, code };
}

const seqsOf = (messages: { seq: number }[]) => messages.map(({ seq }) => seq);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('who comes in is welcomed with the room, its people and the last messages', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  for (let index = 1; index <= 60; index++) await say(anna, code, `m${index}`);
  const socket = await enter(server, ben, code);
  expect(socket.welcome).toMatchObject({ protocol: 1, last_seq: 60, resumed_from: null });
  expect(socket.welcome.member).toMatchObject({ id: benId, nickname: 'Ben', role: 'member' });
  expect(socket.welcome.room).toMatchObject({ code, me: { member_id: benId }, member_count: 2 });
  expect(socket.welcome.members.map(({ nickname }) => nickname).sort()).toEqual(['Anna', 'Ben']);
  expect(seqsOf(socket.history.messages)).toEqual(range(11, 60));
  expect(socket.history.has_more).toBe(true);
});

test('who comes back hears what came meanwhile, and nothing twice', async () => {
  const { anna, ben, code } = await roomOfTwo();
  for (let index = 1; index <= 30; index++) await say(anna, code, `m${index}`);
  const socket = await enter(server, ben, code, { after: 12 });
  expect(socket.welcome.resumed_from).toBe(12);
  expect(seqsOf(socket.history.messages)).toEqual(range(13, 30));
  expect(socket.history.has_more).toBe(false);
  const upToDate = await enter(server, ben, code, { after: 30 });
  expect(upToDate.history).toMatchObject({ messages: [], has_more: false });
});

test('nothing is lost between history and live, however much is said while somebody comes in', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const talking = Promise.all(range(1, 150).map((index) => say(anna, code, `m${index}`)));
  const sockets = await Promise.all(range(1, 5).map(() => enter(server, ben, code, { after: 0 })));
  await talking;
  for (const socket of sockets) {
    const { last_seq } = await socket.settled();
    expect(last_seq).toBe(150);
    const heard = socket.frames.flatMap((frame) =>
      frame.type === 'history' ? seqsOf(frame.messages) : frame.type === 'chat_message' ? [frame.seq] : [],
    );
    const from = socket.history.has_more ? 150 : 1;
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard.filter((seq) => seq >= from)).toEqual(range(from, 150));
    await socket.close();
  }
});

test('a message over the socket comes to everybody, and to its author as the receipt', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  const [annas, bens] = [await enter(server, anna, code), await enter(server, ben, code)];
  bens.send({ type: 'chat_message', content: 'Hello world', client_id: 'c-1' });
  const receipt = await bens.next('chat_message');
  expect(receipt).toMatchObject({
    seq: 1,
    content: 'Hello world',
    client_id: 'c-1',
    member_id: benId,
    nickname: 'Ben',
  });
  expect(await annas.next('chat_message')).toMatchObject({ id: receipt.id, seq: 1, content: 'Hello world' });
});

test('a message sent again gets its receipt again, and nobody else hears of it', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const [annas, bens] = [await enter(server, anna, code), await enter(server, ben, code)];
  bens.send({ type: 'chat_message', content: 'once', client_id: 'c-1' });
  const first = await bens.next('chat_message');
  bens.send({ type: 'chat_message', content: 'once', client_id: 'c-1' });
  expect(await bens.next('chat_message')).toEqual(first);
  await annas.next('chat_message');
  await annas.settled();
  expect(annas.frames.filter(({ type }) => type === 'chat_message')).toHaveLength(1);
});

test('edit, reaction and delete go over the socket too', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  const [annas, bens] = [await enter(server, anna, code), await enter(server, ben, code)];
  bens.send({ type: 'chat_message', content: 'frist' });
  const { id } = await annas.next('chat_message');
  bens.send({ type: 'edit_message', id, content: 'first' });
  expect(await annas.next('message_edited')).toMatchObject({ id, content: 'first' });
  bens.send({ type: 'react', id, emoji: '🎉', on: true });
  expect(await annas.next('reaction')).toMatchObject({ id, emoji: '🎉', member_id: benId, on: true });
  bens.send({ type: 'react', id, emoji: '🎉', on: false });
  expect(await annas.next('reaction')).toMatchObject({ id, emoji: '🎉', on: false });
  annas.send({ type: 'edit_message', id, content: 'not mine' });
  expect(await annas.next('error')).toMatchObject({ code: 'forbidden' });
  annas.send({ type: 'delete_message', id });
  expect(await bens.next('message_deleted')).toMatchObject({ id, seq: 1 });
});

test('a reply over the socket names what it answers', async () => {
  const { anna, code } = await roomOfTwo();
  const { id } = await say(anna, code, 'question');
  const socket = await enter(server, anna, code);
  socket.send({ type: 'chat_message', content: 'answer', reply_to: id });
  expect(await socket.next('chat_message')).toMatchObject({ content: 'answer', reply_to: id });
});

test('a ping is answered with the newest number, so that a missed frame shows', async () => {
  const { anna, code } = await roomOfTwo();
  const socket = await enter(server, anna, code);
  expect(await socket.settled()).toEqual({ type: 'pong', last_seq: 0 });
  await say(anna, code, 'one');
  expect(await socket.settled()).toEqual({ type: 'pong', last_seq: 1 });
});

test('typing is passed on, at most every 3 seconds', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  const [annas, bens] = [await enter(server, anna, code), await enter(server, ben, code)];
  await server.clock.hold();
  const typings = () => annas.frames.filter(({ type }) => type === 'typing').length;
  for (let index = 0; index < 5; index++) bens.send({ type: 'typing' });
  expect(await annas.next('typing')).toEqual({ type: 'typing', member_id: benId });
  await bens.settled();
  await annas.settled();
  expect(typings()).toBe(1);
  await server.clock.advance(2_999);
  bens.send({ type: 'typing' });
  await bens.settled();
  await annas.settled();
  expect(typings()).toBe(1);
  await server.clock.advance(1);
  bens.send({ type: 'typing' });
  await annas.next('typing');
  await server.clock.run();
});

test('a valid code joins whom it lets in, on connecting', async () => {
  const { anna, code } = await roomOfTwo();
  const newcomer = await newPerson(server, 'Newcomer');
  const socket = await enter(server, newcomer, code);
  expect(socket.welcome.room.member_count).toBe(3);
  await anna.call('updateRoom', { params: { code }, body: { locked: true } });
  const late = await newPerson(server);
  expect((await refusedUpgrade(server, `/ws/chat/${code}/?token=${late.token}`)).status).toBe(403);
});

test('who may not come in learns it before the upgrade, as a problem', async () => {
  const { anna, code } = await roomOfTwo();
  const cases: [path: string, headers: string[], status: number, code: ErrorCode][] = [
    [`/ws/chat/${code}/`, [], 401, 'unauthenticated'],
    [`/ws/chat/000000000000/?token=${anna.token}`, [], 404, 'not_found'],
    [`/ws/chat/${code}/?token=${anna.token}&after=x`, [], 400, 'invalid_request'],
    [`/ws/chat/${code}/?token=${anna.token}`, ['Origin: https://evil.example'], 403, 'forbidden'],
  ];
  for (const [path, headers, status, expected] of cases) {
    const response = await refusedUpgrade(server, path, headers);
    const problem = readProblem(response, await response.text());
    expect([response.status, problem.code]).toEqual([status, expected]);
    expectHeaders(response);
  }
  const plain = await fetch(`${server.url}/ws/chat/${code}/`, { headers: { Authorization: `Bearer ${anna.token}` } });
  expect([400, 404, 426]).toContain(plain.status);
});

test('who leaves over HTTP is put out of the room on every screen', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  const [annas, bens] = [await enter(server, anna, code), await openSocket(server, ben, code)];
  await bens.next('history');
  await ben.call('leaveRoom', { params: { code } });
  await annas.until((frame) => frame.type === 'presence' && frame.left.includes(benId));
  await bens.closed;
  await say(anna, code, 'without Ben');
  expect(bens.frames.some((frame) => frame.type === 'chat_message')).toBe(false);
});
