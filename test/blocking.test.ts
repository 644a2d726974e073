import { expect, test } from 'bun:test';
import { join, messagesOf, newPerson, newRoom, type Person, say } from './support/client.ts';
import { refusedUpgrade } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();

async function roomWithTwo() {
  const owner = await newPerson(server, 'The owner');
  const room = await newRoom(owner, { name: 'Stairwell' });
  const pest = await newPerson(server, 'The pest');
  const pestId = await join(pest, room.code);
  return { owner, pest, pestId, code: room.code };
}

const block = (by: Person, code: string, member_id: string, more: object = {}) =>
  by.call('blockSession', { body: { room_code: code, member_id, ...more } });

test('who is blocked is out within a second on every socket, and hears nothing more', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  const sockets = [await enter(server, pest, code), await enter(server, pest, code), await enter(server, pest, code)];
  const startedMs = performance.now();
  await block(owner, code, pestId);
  for (const socket of sockets) expect((await socket.closed).code).toBe(4403);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  const heard = sockets.map((socket) => socket.frames.length);
  await say(owner, code, 'Are we alone?');
  await owner.call('listMembers', { params: { code } });
  expect(sockets.map((socket) => socket.frames.length)).toEqual(heard);
});

test('who is blocked can’t come back under that session: not by call, not by socket, not by resuming', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  await block(owner, code, pestId);
  await pest.refused('blocked', 'joinRoom', { body: { room_code: code, nickname: 'Somebody new' } });
  await pest.refused('blocked', 'getRoom', { params: { code } });
  await pest.refused('blocked', 'sendMessage', { body: { room_code: code, content: 'still here' } });
  for (const path of [`/ws/chat/${code}/`, `/ws/chat/${code}/?after=1`]) {
    const response = await refusedUpgrade(server, path, [`Authorization: Bearer ${pest.token}`]);
    expect([path, ((await response.json()) as { code: string }).code]).toEqual([path, 'blocked']);
  }
  // Elsewhere they are who they were.
  await newRoom(pest);
});

test('with a new code members go on as before, and the old code lets in nobody else', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  const member = await newPerson(server);
  await join(member, code);
  const [ofMember, ofPest] = [await enter(server, member, code), await enter(server, pest, code)];
  await block(owner, code, pestId, { rotate_code: true });
  const { room } = await ofMember.next('room_updated');
  expect(room.code).not.toBe(code);
  expect((await ofPest.closed).code).toBe(4403);
  // The one who is out has not heard the new code on the way.
  expect(JSON.stringify(ofPest.frames)).not.toContain(room.code);
  await say(member, code, 'by the old code');
  await say(member, room.code, 'by the new code');
  const again = await newPerson(server, 'Somebody new');
  await again.refused('not_found', 'joinRoom', { body: { room_code: code } });
  const response = await refusedUpgrade(server, `/ws/chat/${code}/`, [`Authorization: Bearer ${again.token}`]);
  expect(response.status).toBe(404);
  // Whoever is given the new code is let in.
  await join(again, room.code);
  await pest.refused('blocked', 'joinRoom', { body: { room_code: room.code } });
});

test('their messages stay, or go on every screen, as chosen', async () => {
  for (const delete_messages of [false, true]) {
    const { owner, pest, pestId, code } = await roomWithTwo();
    await say(pest, code, 'pestering');
    await say(pest, code, 'more of it');
    const socket = await enter(server, owner, code);
    await block(owner, code, pestId, { delete_messages });
    if (delete_messages) {
      const gone = [await socket.next('message_deleted'), await socket.next('message_deleted')];
      expect(gone.map(({ deleted_by }) => deleted_by)).toEqual(['moderator', 'moderator']);
    }
    const contents = (await messagesOf(owner, code)).map(({ content }) => content);
    expect(contents).toEqual(delete_messages ? ['', ''] : ['pestering', 'more of it']);
    await socket.close();
  }
});

test('a block for a time is over to the millisecond, and is listed until then', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  await server.clock.hold();
  const { block: made } = await block(owner, code, pestId, { duration_seconds: 3_600, reason: 'Flooding' });
  expect(made).toMatchObject({ member_id: pestId, nickname: 'The pest', reason: 'Flooding', blocked_by: 'The owner' });
  expect(Date.parse(made.expires_at ?? '')).toBe(server.clock.nowMs() + 3_600_000);
  const listed = async () => (await owner.call('listBlocks', { query: { room_code: code } })).blocks;
  expect(await listed()).toEqual([made]);
  await server.clock.advance(3_599_999);
  await pest.refused('blocked', 'joinRoom', { body: { room_code: code } });
  expect(await listed()).toHaveLength(1);
  await server.clock.advance(1);
  expect(await listed()).toEqual([]);
  await join(pest, code);
  await server.clock.run();
});

test('a lifted block lets them in again, as somebody new in the room', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  await block(owner, code, pestId);
  await owner.call('unblockSession', { body: { room_code: code, member_id: pestId } });
  expect((await owner.call('listBlocks', { query: { room_code: code } })).blocks).toEqual([]);
  expect(await join(pest, code)).not.toBe(pestId);
  await owner.refused('not_found', 'unblockSession', { body: { room_code: code, member_id: pestId } });
});

test('nobody blocks the owner, themselves, or somebody who isn’t there', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  await owner.call('updateMember', { params: { code, id: pestId }, body: { role: 'moderator' } });
  const { members } = await owner.call('listMembers', { params: { code } });
  const ownerId = members.find(({ role }) => role === 'owner')?.id ?? '';
  const body = (member_id: string) => ({ body: { room_code: code, member_id } });
  await pest.refused('forbidden', 'blockSession', body(ownerId));
  await pest.refused('conflict', 'blockSession', body(pestId));
  await owner.refused('conflict', 'blockSession', body(ownerId));
  await owner.refused('not_found', 'blockSession', body('nobody'));
  await owner.refused('invalid_request', 'blockSession', {
    body: { room_code: code, member_id: pestId, duration_seconds: 1 },
  });
});

test('who leaves at once after writing is kept out all the same, reported or not', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  await say(pest, code, 'and away');
  await pest.call('leaveRoom', { params: { code } });
  await block(owner, code, pestId);
  await pest.refused('blocked', 'joinRoom', { body: { room_code: code } });
});

test('who is reported, leaves and comes back as somebody new is put out under both names', async () => {
  const { owner, pest, pestId, code } = await roomWithTwo();
  const { id } = await say(pest, code, 'and away');
  const { report } = await owner.call('reportMessage', { params: { id }, body: { reason: 'harassment' } });
  await pest.call('leaveRoom', { params: { code } });
  // Back as somebody new, before anybody has looked at the report.
  await join(pest, code);
  await owner.call('resolveReport', { params: { id: report.id }, body: { action: 'block_member' } });
  await pest.refused('blocked', 'joinRoom', { body: { room_code: code } });
  expect((await owner.call('listMembers', { params: { code } })).members).toHaveLength(1);
  expect((await owner.call('listBlocks', { query: { room_code: code } })).blocks).toMatchObject([
    { member_id: pestId, nickname: 'The pest' },
  ]);
});

test('everybody sees who went, and the counts go down', async () => {
  const { owner, pestId, code } = await roomWithTwo();
  const socket = await enter(server, owner, code);
  await block(owner, code, pestId);
  expect(await socket.next('presence')).toMatchObject({ left: [pestId], member_count: 1 });
  await socket.close();
});

test('fifty who want in while the code changes: whoever is in came by the code of that moment', async () => {
  const { owner, pestId, code } = await roomWithTwo();
  const people = await Promise.all(Array.from({ length: 50 }, (_, n) => newPerson(server, `Crowd ${n}`)));
  const tries = people.map((person) =>
    person.call('joinRoom', { body: { room_code: code } }).then(
      ({ room }) => room.code,
      () => null,
    ),
  );
  const { block: made } = await block(owner, code, pestId, { rotate_code: true });
  const answers = await Promise.all(tries);
  const { members } = await owner.call('listMembers', { params: { code } });
  expect(members).toHaveLength(1 + answers.filter((answer) => answer !== null).length);
  // Nobody joined after the block.
  for (const { joined_at } of members)
    expect(Date.parse(joined_at)).toBeLessThanOrEqual(Date.parse(made.created_at) + 1);
});
