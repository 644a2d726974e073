import { expect, test } from 'bun:test';
import { join, messagesOf, newPerson, newRoom, say } from './support/client.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
const MINUTE_MS = 60_000;

async function roomOfTwo() {
  const [anna, ben] = [await newPerson(server, 'Anna'), await newPerson(server, 'Ben')];
  const { code } = await newRoom(anna);
  const benId = await join(ben, code);
  return { anna, ben, benId, code };
}

test('a message comes back as it was sent, with its place in the room', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  const first = await say(ben, code, 'One\n  two <b>three</b> & "four"');
  expect(first).toMatchObject({
    room_code: code,
    seq: 1,
    member_id: benId,
    nickname: 'Ben',
    content: 'One\n  two <b>three</b> & "four"',
    client_id: null,
    reply_to: null,
    edited_at: null,
    deleted: false,
    reactions: [],
  });
  const livesMs = Date.parse(first.expires_at ?? '') - Date.parse(first.created_at);
  expect(livesMs).toBe(86_400_000);
  const second = await say(anna, code, 'next');
  expect(second.seq).toBe(2);
  expect(await messagesOf(anna, code)).toEqual([first, second]);
});

test('the same client_id again gives the first message, and nobody sees it twice', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const socket = await enter(server, ben, code);
  const send = (content: string, client_id: string, person = anna) =>
    person.callForStatus('sendMessage', { body: { room_code: code, content, client_id } });
  const first = await send('once', 'try-1');
  const again = await send('once, changed', 'try-1');
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body.message).toEqual(first.body.message);
  const other = await send('by another member', 'try-1', ben);
  expect(other.status).toBe(201);
  await socket.settled();
  expect(socket.frames.filter(({ type }) => type === 'chat_message')).toHaveLength(2);
});

test('twenty tries of one message at once make one message', async () => {
  const { anna, code } = await roomOfTwo();
  const body = { room_code: code, content: 'once', client_id: 'same' };
  const tries = await Promise.all(Array.from({ length: 20 }, () => anna.callForStatus('sendMessage', { body })));
  expect(new Set(tries.map((answer) => answer.body.message.id)).size).toBe(1);
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await messagesOf(anna, code)).toHaveLength(1);
});

test('the author may change a message for 15 minutes, to the millisecond', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const socket = await enter(server, ben, code);
  await server.clock.hold();
  const { id } = await say(anna, code, 'frist');
  await server.clock.advance(15 * MINUTE_MS - 1);
  const { message } = await anna.call('editMessage', { params: { id }, body: { content: 'first' } });
  expect(message.content).toBe('first');
  expect(Date.parse(message.edited_at ?? '')).toBe(server.clock.nowMs());
  expect(await socket.next('message_edited')).toMatchObject({ id, seq: 1, content: 'first' });
  await server.clock.advance(2);
  await anna.refused('forbidden', 'editMessage', { params: { id }, body: { content: 'late' } });
  expect((await messagesOf(ben, code))[0]?.content).toBe('first');
  await server.clock.run();
});

test('a deleted message keeps its place, without its words, for everybody', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const socket = await enter(server, ben, code);
  const { id } = await say(anna, code, 'never mind');
  await say(anna, code, 'after');
  await ben.call('addReaction', { params: { id, emoji: '👍' } });
  await anna.call('deleteMessage', { params: { id } });
  expect(await socket.next('message_deleted')).toMatchObject({ id, seq: 1 });
  const [gone, after] = await messagesOf(ben, code);
  expect(gone).toMatchObject({ id, seq: 1, content: '', deleted: true, reactions: [] });
  expect(after?.seq).toBe(2);
  await anna.refused('forbidden', 'editMessage', { params: { id }, body: { content: 'back' } });
  await ben.refused('not_found', 'addReaction', { params: { id, emoji: '👍' } });
  await anna.call('deleteMessage', { params: { id } });
});

test('a reply names the message that it answers, in the same room only', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const { id } = await say(anna, code, 'question');
  const reply_to = id;
  const { message } = await ben.call('sendMessage', { body: { room_code: code, content: 'answer', reply_to } });
  expect(message.reply_to).toBe(id);
  // A quoted message may have expired a moment ago: the reply arrives all the same, with nothing to point to.
  const elsewhere = await newRoom(anna);
  for (const body of [
    { room_code: elsewhere.code, content: 'answer', reply_to },
    { room_code: code, content: 'answer', reply_to: 'no-such-message' },
  ]) {
    const sent = await anna.call('sendMessage', { body });
    expect(sent.message.reply_to).toBeNull();
  }
});

test('reactions are counted once a member, and can be taken back', async () => {
  const { anna, ben, benId, code } = await roomOfTwo();
  const { id, member_id: annaId } = await say(anna, code, 'react to me');
  const socket = await enter(server, anna, code);
  for (const emoji of ['👍', '👍', '👩‍👩‍👧‍👦', '❤️', '🇮🇹']) await ben.call('addReaction', { params: { id, emoji } });
  await anna.call('addReaction', { params: { id, emoji: '👍' } });
  expect(await socket.next('reaction')).toEqual({ type: 'reaction', id, emoji: '👍', member_id: benId, on: true });
  const [message] = await messagesOf(anna, code);
  expect(message?.reactions.find(({ emoji }) => emoji === '👍')?.member_ids.sort()).toEqual([annaId, benId].sort());
  expect(message?.reactions).toHaveLength(4);
  await ben.call('removeReaction', { params: { id, emoji: '👍' } });
  await ben.call('removeReaction', { params: { id, emoji: '👍' } });
  const off = await socket.until((frame) => frame.type === 'reaction' && !frame.on);
  expect(off).toEqual({ type: 'reaction', id, emoji: '👍', member_id: benId, on: false });
  const [after] = await messagesOf(anna, code);
  expect(after?.reactions.find(({ emoji }) => emoji === '👍')?.member_ids).toEqual([annaId]);
});

test('a message takes 20 different emoji, and more of those that it has', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const { id } = await say(anna, code, 'popular');
  const emoji = Array.from({ length: 21 }, (_, index) => String.fromCodePoint(0x1f600 + index));
  for (const one of emoji.slice(0, 20)) await anna.call('addReaction', { params: { id, emoji: one } });
  await anna.refused('conflict', 'addReaction', { params: { id, emoji: emoji[20] ?? '' } });
  await ben.call('addReaction', { params: { id, emoji: emoji[0] ?? '' } });
  expect((await messagesOf(anna, code))[0]?.reactions).toHaveLength(20);
});

test('a reaction is one emoji and nothing else', async () => {
  const { anna, code } = await roomOfTwo();
  const { id } = await say(anna, code, 'hm');
  for (const emoji of ['a', '👍👍', '1', ' ', '<b>', '👍 ']) {
    await anna.refused('invalid_request', 'addReaction', { params: { id, emoji } });
  }
});

test('pages of messages go both ways, without a gap and without a repeat', async () => {
  const { anna, code } = await roomOfTwo();
  for (let index = 1; index <= 120; index++) await say(anna, code, `message ${index}`);
  const page = async (query: Record<string, number>) => {
    const { messages, has_more } = await anna.call('listMessages', { params: { code }, query });
    return { seqs: messages.map(({ seq }) => seq), has_more };
  };
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  expect(await page({})).toEqual({ seqs: range(71, 120), has_more: true });
  expect(await page({ before: 71 })).toEqual({ seqs: range(21, 70), has_more: true });
  expect(await page({ before: 21 })).toEqual({ seqs: range(1, 20), has_more: false });
  expect(await page({ before: 1 })).toEqual({ seqs: [], has_more: false });
  expect(await page({ after: 0, limit: 100 })).toEqual({ seqs: range(1, 100), has_more: true });
  expect(await page({ after: 100, limit: 200 })).toEqual({ seqs: range(101, 120), has_more: false });
  expect(await page({ after: 120 })).toEqual({ seqs: [], has_more: false });
  expect(await page({ limit: 1 })).toEqual({ seqs: [120], has_more: true });
  const wrong: Record<string, number>[] = [
    { limit: 0 },
    { limit: 201 },
    { before: -1 },
    { after: 1, before: 5 },
    { limit: 1.5 },
    { x: 1 },
  ];
  for (const query of wrong) {
    await anna.refused('invalid_request', 'listMessages', { params: { code }, query });
  }
});

test('messages that many people send at once get every number once', async () => {
  const { anna, ben, code } = await roomOfTwo();
  const sent = await Promise.all(
    Array.from({ length: 100 }, (_, index) => say(index % 2 ? anna : ben, code, `m${index}`)),
  );
  const seqs = sent.map(({ seq }) => seq).sort((one, two) => one - two);
  expect(seqs).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  const read = await messagesOf(anna, code, { after: 0, limit: 200 });
  expect(read.map(({ id }) => id)).toEqual(sent.sort((one, two) => one.seq - two.seq).map(({ id }) => id));
});

test('nobody outside the room touches its messages', async () => {
  const { anna, code } = await roomOfTwo();
  const { id } = await say(anna, code, 'private');
  const stranger = await newPerson(server);
  await stranger.refused('not_found', 'editMessage', { params: { id }, body: { content: 'mine' } });
  await stranger.refused('not_found', 'deleteMessage', { params: { id } });
  await stranger.refused('not_found', 'addReaction', { params: { id, emoji: '👍' } });
  await stranger.refused('not_found', 'deleteMessage', { params: { id: 'no-such-message' } });
});

test('a message is 1 to 4,000 characters, and at most 16 KiB', async () => {
  const { anna, code } = await roomOfTwo();
  const send = (content: string) => ({ body: { room_code: code, content } });
  await anna.call('sendMessage', send('x'));
  await anna.call('sendMessage', send('🦢'.repeat(4_000)));
  for (const content of ['', 'x'.repeat(4_001), '🦢'.repeat(4_001)]) {
    const { errors } = await anna.refused('invalid_request', 'sendMessage', send(content));
    expect(errors?.map(({ path }) => path)).toEqual(['content']);
  }
});
