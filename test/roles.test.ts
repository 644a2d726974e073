import { expect, test } from 'bun:test';
import { join, newPerson, newRoom, type Person, say } from './support/client.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();

/** A room with an owner, a moderator and two members, who came in this order. */
async function staffedRoom() {
  const [owner, moderator, member, other] = [
    await newPerson(server, 'The owner'),
    await newPerson(server, 'A moderator'),
    await newPerson(server, 'A member'),
    await newPerson(server, 'Another one'),
  ];
  const room = await newRoom(owner);
  const { code } = room;
  const ids = { owner: room.me?.member_id ?? '', member: '', moderator: '', other: '' };
  ids.member = await join(member, code);
  ids.moderator = await join(moderator, code);
  ids.other = await join(other, code);
  await owner.call('updateMember', { params: { code, id: ids.moderator }, body: { role: 'moderator' } });
  return { owner, moderator, member, other, code, ids };
}

async function rolesIn(code: string, person: Person): Promise<Record<string, string>> {
  const { members } = await person.call('listMembers', { params: { code } });
  return Object.fromEntries(members.map(({ nickname, role }) => [nickname, role]));
}

test('everybody in the room sees who has which role', async () => {
  const { code, member } = await staffedRoom();
  expect(await rolesIn(code, member)).toEqual({
    'The owner': 'owner',
    'A moderator': 'moderator',
    'A member': 'member',
    'Another one': 'member',
  });
});

test('a new role is told to everybody in the room', async () => {
  const { owner, member, code, ids } = await staffedRoom();
  const socket = await enter(server, member, code);
  await owner.call('updateMember', { params: { code, id: ids.other }, body: { role: 'moderator' } });
  const frame = await socket.next('member_updated');
  expect(frame.member).toMatchObject({ id: ids.other, role: 'moderator' });
});

test('only the owner gives roles', async () => {
  const { moderator, member, code, ids } = await staffedRoom();
  for (const person of [moderator, member]) {
    const body = { role: 'moderator' };
    await person.refused('forbidden', 'updateMember', { params: { code, id: ids.other }, body });
  }
});

test('a role for somebody who isn’t in the room is not found', async () => {
  const { owner, code } = await staffedRoom();
  await owner.refused('not_found', 'updateMember', { params: { code, id: 'nobody' }, body: { role: 'member' } });
  await owner.refused('invalid_request', 'updateMember', { params: { code, id: 'nobody' }, body: { role: 'king' } });
});

test('name, slow mode and lock are for owner and moderators, retention for the owner', async () => {
  const { owner, moderator, member, code } = await staffedRoom();
  const change = { name: 'Changed', slow_mode_seconds: 5, locked: true };
  await moderator.call('updateRoom', { params: { code }, body: change });
  await member.refused('forbidden', 'updateRoom', { params: { code }, body: change });
  await moderator.refused('forbidden', 'updateRoom', { params: { code }, body: { retention_seconds: 60 } });
  await owner.call('updateRoom', { params: { code }, body: { retention_seconds: 60 } });
});

test('a change that is partly forbidden changes nothing', async () => {
  const { moderator, code } = await staffedRoom();
  const body = { name: 'Half', retention_seconds: 60 };
  await moderator.refused('forbidden', 'updateRoom', { params: { code }, body });
  const { room } = await moderator.call('getRoom', { params: { code } });
  expect(room.name).not.toBe('Half');
});

test('only the owner burns; owner and moderators rotate the code', async () => {
  const { moderator, member, code } = await staffedRoom();
  await moderator.refused('forbidden', 'burnRoom', { params: { code } });
  await member.refused('forbidden', 'burnRoom', { params: { code } });
  await member.refused('forbidden', 'rotateCode', { params: { code } });
  await moderator.call('rotateCode', { params: { code } });
});

test('a message is deleted by its author, the owner or a moderator, never by another member', async () => {
  const { owner, moderator, member, other, code } = await staffedRoom();
  for (const remover of [member, moderator, owner]) {
    const { id } = await say(member, code, 'away with it');
    await other.refused('forbidden', 'deleteMessage', { params: { id } });
    await remover.call('deleteMessage', { params: { id } });
  }
});

test('nobody changes another’s words, not even the owner', async () => {
  const { owner, moderator, member, code } = await staffedRoom();
  const { id } = await say(member, code, 'my words');
  for (const person of [owner, moderator]) {
    await person.refused('forbidden', 'editMessage', { params: { id }, body: { content: 'their words' } });
  }
});

test('slow mode makes members wait, and neither owner nor moderators', async () => {
  const { owner, moderator, member, code } = await staffedRoom();
  await owner.call('updateRoom', { params: { code }, body: { slow_mode_seconds: 30 } });
  await server.clock.hold();
  for (const person of [owner, owner, moderator, moderator, member]) await say(person, code, 'words');
  const body = { room_code: code, content: 'more words' };
  const { retry_after_seconds } = await member.refused('rate_limited', 'sendMessage', { body });
  expect(retry_after_seconds).toBe(30);
  await server.clock.advance(29_999);
  expect((await member.refused('rate_limited', 'sendMessage', { body })).retry_after_seconds).toBe(1);
  await server.clock.advance(1);
  await member.call('sendMessage', { body });
  await server.clock.run();
});

test('the owner may hand the room over, and is a member then', async () => {
  const { owner, member, code, ids } = await staffedRoom();
  await owner.call('updateMember', { params: { code, id: ids.member }, body: { role: 'owner' } });
  const roles = await rolesIn(code, member);
  expect(roles['A member']).toBe('owner');
  expect(Object.values(roles).filter((role) => role === 'owner')).toHaveLength(1);
  await owner.refused('forbidden', 'burnRoom', { params: { code } });
});

test('an owner can’t step down without handing the room over', async () => {
  const { owner, code, ids } = await staffedRoom();
  await owner.refused('conflict', 'updateMember', { params: { code, id: ids.owner }, body: { role: 'member' } });
});

test('an owner who leaves hands the room to the longest-standing moderator, else member', async () => {
  const { owner, moderator, member, other, code } = await staffedRoom();
  const socket = await enter(server, member, code);
  await owner.call('leaveRoom', { params: { code } });
  expect(await rolesIn(code, member)).toEqual({
    'A moderator': 'owner',
    'A member': 'member',
    'Another one': 'member',
  });
  expect((await socket.next('member_updated')).member).toMatchObject({ nickname: 'A moderator', role: 'owner' });

  await moderator.call('leaveRoom', { params: { code } });
  expect(await rolesIn(code, member)).toEqual({ 'A member': 'owner', 'Another one': 'member' });
  await member.call('endSession');
  expect(await rolesIn(code, other)).toEqual({ 'Another one': 'owner' });
  await owner.refused('not_found', 'listMembers', { params: { code } });
});
