import { expect, test } from 'bun:test';
import { messagesOf, newPerson, newRoom, say } from './support/client.ts';
import { filesWith, goneFromDisk } from './support/disk.ts';
import { eventually } from './support/eventually.ts';
import { runCommand } from './support/server.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();
const MINUTE_MS = 60_000;

let words = 0;
/** Words that stand nowhere else on the disk. */
const unique = () => `canary-${crypto.randomUUID()}-${words++}`;

async function roomForAMinute() {
  const person = await newPerson(server);
  const { code } = await newRoom(person, { retention_seconds: 60 });
  return { person, code };
}

test('a message is gone for everybody at the very millisecond at which it expires', async () => {
  const { person, code } = await roomForAMinute();
  await server.clock.hold();
  const body = { room_code: code, content: unique(), client_id: 'expiring' };
  const { message } = await person.call('sendMessage', { body });
  const { id } = message;
  expect(Date.parse(message.expires_at ?? '')).toBe(server.clock.nowMs() + MINUTE_MS);
  await server.clock.advance(MINUTE_MS - 1);
  expect(await messagesOf(person, code)).toHaveLength(1);
  expect((await enter(server, person, code)).history.messages).toHaveLength(1);

  await server.clock.advance(1);
  expect(await messagesOf(person, code)).toEqual([]);
  expect(await messagesOf(person, code, { after: 0 })).toEqual([]);
  expect(await messagesOf(person, code, { before: 100 })).toEqual([]);
  expect((await enter(server, person, code)).history.messages).toEqual([]);
  await person.refused('not_found', 'editMessage', { params: { id }, body: { content: 'back' } });
  await person.refused('not_found', 'addReaction', { params: { id, emoji: '👍' } });
  await person.refused('not_found', 'deleteMessage', { params: { id } });
  const again = await person.callForStatus('sendMessage', { body });
  expect(again.body.message.content).toBe('');
  await server.clock.run();
});

test('the sweep tells the room, and leaves nothing of the message on the disk', async () => {
  const { person, code } = await roomForAMinute();
  const texts = [unique(), unique(), unique(), unique()] as const;
  const first = await say(person, code, texts[0]);
  await person.call('sendMessage', { body: { room_code: code, content: texts[1], reply_to: first.id } });
  const edited = await say(person, code, texts[2]);
  await person.call('editMessage', { params: { id: edited.id }, body: { content: 'edited' } });
  const deleted = await say(person, code, texts[3]);
  await person.call('deleteMessage', { params: { id: deleted.id } });
  await person.call('addReaction', { params: { id: first.id, emoji: '👍' } });
  expect(filesWith(server, texts[0]).length).toBeGreaterThan(0);
  const socket = await enter(server, person, code);
  await server.clock.advance(2 * MINUTE_MS);
  expect(await socket.next('messages_expired')).toEqual({ type: 'messages_expired', up_to_seq: 4 });
  await goneFromDisk(server, ...texts, first.id);
  expect((await say(person, code, 'numbers go on')).seq).toBe(5);
});

test('only what has expired goes', async () => {
  const { person, code } = await roomForAMinute();
  const other = await newRoom(person, { retention_seconds: 3_600 });
  const kept = unique();
  await say(person, other.code, kept);
  await say(person, code, 'old');
  await server.clock.advance(40_000);
  const young = await say(person, code, 'young');
  const socket = await enter(server, person, code);
  await server.clock.advance(45_000);
  await server.clock.hold();
  expect((await socket.next('messages_expired')).up_to_seq).toBe(1);
  expect((await messagesOf(person, code)).map(({ id }) => id)).toEqual([young.id]);
  expect((await messagesOf(person, other.code)).map(({ content }) => content)).toEqual([kept]);
  await server.clock.run();
});

test('a shorter period counts for messages that are there already, and what it has deleted never comes back', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person, { retention_seconds: 3_600 });
  await say(person, code, 'old');
  await server.clock.advance(2 * MINUTE_MS);
  await server.clock.hold();
  const young = await say(person, code, 'young');
  const setRetention = (retention_seconds: number) =>
    person.call('updateRoom', { params: { code }, body: { retention_seconds } });
  await setRetention(60);
  const [left, ...rest] = await messagesOf(person, code);
  expect(rest).toEqual([]);
  expect(left?.id).toBe(young.id);
  expect(Date.parse(left?.expires_at ?? '')).toBe(Date.parse(young.created_at) + MINUTE_MS);

  await setRetention(3_600);
  const after = await messagesOf(person, code);
  expect(after.map(({ content }) => content)).toEqual(['young']);
  expect(Date.parse(after[0]?.expires_at ?? '')).toBe(Date.parse(young.created_at) + 3_600_000);
  await server.clock.advance(30 * MINUTE_MS);
  expect(await messagesOf(person, code)).toHaveLength(1);
  await server.clock.run();
});

test('open screens learn of a shorter period: the room and what it has deleted', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person, { retention_seconds: 3_600 });
  await say(person, code, 'old');
  await server.clock.advance(2 * MINUTE_MS);
  const socket = await enter(server, person, code);
  await person.call('updateRoom', { params: { code }, body: { retention_seconds: 60 } });
  expect((await socket.next('room_updated')).room.retention_seconds).toBe(60);
  await server.clock.advance(MINUTE_MS);
  expect((await socket.next('messages_expired')).up_to_seq).toBe(1);
});

test('a burned room leaves nothing on the disk', async () => {
  const person = await newPerson(server);
  const [name, text] = [unique(), unique()];
  const { code } = await newRoom(person, { name });
  await say(person, code, text);
  await person.call('burnRoom', { params: { code } });
  await server.clock.advance(MINUTE_MS);
  await goneFromDisk(server, name, text, code);
});

test('an empty room goes when its last message has expired', async () => {
  const [person, other] = [await newPerson(server), await newPerson(server)];
  const name = unique();
  const { code } = await newRoom(person, { name, retention_seconds: 600 });
  await say(person, code, 'last words');
  await person.call('leaveRoom', { params: { code } });
  await server.clock.advance(MINUTE_MS);
  expect(filesWith(server, name).length).toBeGreaterThan(0);
  await server.clock.advance(11 * MINUTE_MS);
  await goneFromDisk(server, name, code);
  await other.refused('not_found', 'getRoom', { params: { code } });
});

test('an ended session leaves nothing on the disk', async () => {
  const [ended, forgotten] = ['Heron of Tuesday', 'Heron of Wednesday'];
  await (await newPerson(server, ended)).call('endSession');
  await newPerson(server, forgotten);
  await server.clock.advance(MINUTE_MS);
  await goneFromDisk(server, ended);
  await server.clock.advance(8 * 86_400_000);
  await eventually('an empty disk', async () => {
    await server.clock.advance(MINUTE_MS);
    return filesWith(server, forgotten).length === 0 ? true : null;
  });
});

test('cleanup-messages deletes what has expired and prints how many', async () => {
  const { person, code } = await roomForAMinute();
  const texts = [unique(), unique(), unique()];
  for (const text of texts) await say(person, code, text);
  await server.stop();
  await server.clock.advance(2 * MINUTE_MS);
  const environment = { DATA_DIR: server.dataDir, TEST_CLOCK: server.clock.setting() };
  const first = await runCommand(['cleanup-messages'], environment);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toMatch(/\b3\b/);
  for (const text of texts) expect(filesWith(server, text)).toEqual([]);
  expect((await runCommand(['cleanup-messages'], environment)).stdout).toMatch(/\b0\b/);
  await server.restart();
  expect((await person.call('getRoom', { params: { code } })).room).toMatchObject({ last_seq: 3 });
});

test('cleanup-messages may run beside the server', async () => {
  const { person, code } = await roomForAMinute();
  const text = unique();
  await say(person, code, text);
  await server.clock.hold();
  const later = JSON.stringify({ offsetMs: 0, heldAtMs: server.clock.nowMs() + 2 * MINUTE_MS });
  const { code: exit, stdout } = await runCommand(['cleanup-messages'], {
    DATA_DIR: server.dataDir,
    TEST_CLOCK: later,
  });
  expect([exit, /\d+/.exec(stdout)?.[0]]).toEqual([0, '1']);
  expect(await messagesOf(person, code)).toEqual([]);
  await say(person, code, 'goes on');
  await server.clock.run();
  await server.clock.advance(MINUTE_MS);
  await eventually('an empty disk', () => (filesWith(server, text).length === 0 ? true : null));
});
