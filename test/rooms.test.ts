import { expect, test } from 'bun:test';
import { join, messagesOf, newPerson, newRoom, say } from './support/client.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();

test('who makes a room owns it, with a code of its own and the shipped settings', async () => {
  const owner = await newPerson(server, 'Owner');
  const { room, member } = await owner.call('createRoom', { body: {} });
  expect(room.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
  expect(room).toMatchObject({
    kind: 'open',
    retention_seconds: 86_400,
    slow_mode_seconds: 0,
    locked: false,
    member_count: 1,
    last_seq: 0,
    me: { member_id: member.id, role: 'owner', blocked: false },
  });
  expect(room.name.replaceAll('-', '')).toBe(room.code);
  expect(member).toMatchObject({ nickname: 'Owner', role: 'owner' });
});

test('a room keeps the name and the times that were chosen', async () => {
  const owner = await newPerson(server);
  const room = await newRoom(owner, { name: '  Book club ', retention_seconds: 60, slow_mode_seconds: 3_600 });
  expect(room).toMatchObject({ name: 'Book club', retention_seconds: 60, slow_mode_seconds: 3_600 });
});

test('times beyond the limits are refused, those on them are taken', async () => {
  const owner = await newPerson(server);
  for (const retention_seconds of [59, 31_536_001, 60.5, -1]) {
    const { errors } = await owner.refused('invalid_request', 'createRoom', { body: { retention_seconds } });
    expect(errors?.map(({ path }) => path)).toEqual(['retention_seconds']);
  }
  await owner.refused('invalid_request', 'createRoom', { body: { slow_mode_seconds: 3_601 } });
  await newRoom(owner, { retention_seconds: 31_536_000, slow_mode_seconds: 0 });
});

test('a code is read however it is typed: case, dashes, and O, I, L for 0, 1, 1', async () => {
  const [owner, guest] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`
    .toLowerCase()
    .replace(/0/g, 'o')
    .replace(/1/g, 'l');
  const { room } = await guest.call('joinRoom', { body: { room_code: typed } });
  expect(room.code).toBe(code);
  await guest.call('getRoom', { params: { code: code.toLowerCase() } });
});

test('joining twice is the same as once', async () => {
  const [owner, guest] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  const first = await join(guest, code);
  expect(await join(guest, code)).toBe(first);
  const { room } = await owner.call('getRoom', { params: { code } });
  expect(room.member_count).toBe(2);
});

test('one person has another member id in each room', async () => {
  const [owner, guest] = [await newPerson(server), await newPerson(server)];
  const ids = [await join(guest, (await newRoom(owner)).code), await join(guest, (await newRoom(owner)).code)];
  expect(ids[0]).not.toBe(ids[1]);
  expect(ids).not.toContain(guest.sessionId);
});

test('a nickname that reads like another one in the room is a conflict, and another may be given', async () => {
  const [owner, twin, lookalike] = [
    await newPerson(server, 'Scope'),
    await newPerson(server, 'Scope'),
    await newPerson(server, 'Ѕсоре'),
  ];
  const { code } = await newRoom(owner);
  await twin.refused('conflict', 'joinRoom', { body: { room_code: code } });
  await lookalike.refused('conflict', 'joinRoom', { body: { room_code: code } });
  const { member } = await twin.call('joinRoom', { body: { room_code: code, nickname: 'Second' } });
  expect(member.nickname).toBe('Second');
  expect((await twin.call('validateSession')).session.nickname).toBe('Scope');
});

test('one who isn’t in a room sees a preview of it and nothing more', async () => {
  const [owner, stranger] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner, { name: 'Curtain' });
  await say(owner, code, 'inside');
  const { room } = await stranger.call('getRoom', { params: { code } });
  expect(Object.keys(room).sort()).toEqual(['code', 'created_at', 'kind', 'locked', 'me', 'member_count', 'name']);
  expect(room.me).toBeNull();
  await stranger.refused('not_found', 'listMembers', { params: { code } });
  await stranger.refused('not_found', 'listMessages', { params: { code } });
  await stranger.refused('not_found', 'sendMessage', { body: { room_code: code, content: 'hello' } });
  await stranger.refused('not_found', 'updateRoom', { params: { code }, body: { name: 'Mine' } });
  await stranger.refused('not_found', 'burnRoom', { params: { code } });
  await stranger.refused('not_found', 'rotateCode', { params: { code } });
  await stranger.refused('not_found', 'leaveRoom', { params: { code } });
});

test('a room that never was looks like one that you may not know of', async () => {
  const person = await newPerson(server);
  const problems = await Promise.all([
    person.refused('not_found', 'getRoom', { params: { code: '000000000000' } }),
    person.refused('not_found', 'joinRoom', { body: { room_code: '000000000000' } }),
    person.refused('not_found', 'getRoom', { params: { code: 'no-code-at-all' } }),
  ]);
  expect(new Set(problems.map(({ detail }) => detail)).size).toBe(1);
});

test('my rooms are listed, and only mine', async () => {
  const [one, two] = [await newPerson(server), await newPerson(server)];
  const mine = [await newRoom(one), await newRoom(one)].map(({ code }) => code);
  await newRoom(two);
  const { rooms } = await one.call('listRooms');
  expect(rooms.map(({ code }) => code).sort()).toEqual(mine.sort());
  expect(rooms.every(({ me }) => me?.role === 'owner')).toBe(true);
});

test('a locked room takes nobody new, and keeps who is in it', async () => {
  const [owner, inside, outside] = [await newPerson(server), await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  await join(inside, code);
  await owner.call('updateRoom', { params: { code }, body: { locked: true } });
  await outside.refused('room_locked', 'joinRoom', { body: { room_code: code } });
  await join(inside, code);
  await say(inside, code, 'still here');
  await owner.call('updateRoom', { params: { code }, body: { locked: false } });
  await join(outside, code);
});

test('members see what is changed at once', async () => {
  const [owner, guest] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  await join(guest, code);
  const socket = await enter(server, guest, code);
  await owner.call('updateRoom', { params: { code }, body: { name: 'New name', slow_mode_seconds: 30 } });
  const { room } = await socket.next('room_updated');
  expect(room).toMatchObject({ name: 'New name', slow_mode_seconds: 30 });
});

test('after rotating, the old code goes on for members only', async () => {
  const [owner, inside, outside] = [await newPerson(server), await newPerson(server), await newPerson(server)];
  const { code: old } = await newRoom(owner);
  await join(inside, old);
  const socket = await enter(server, inside, old);
  const { room } = await owner.call('rotateCode', { params: { code: old } });
  expect(room.code).not.toBe(old);
  expect((await socket.next('room_updated')).room.code).toBe(room.code);

  expect((await inside.call('getRoom', { params: { code: old } })).room.code).toBe(room.code);
  await say(inside, old, 'by the old code');
  expect((await messagesOf(inside, room.code)).map(({ content }) => content)).toEqual(['by the old code']);
  await (await enter(server, inside, old)).close();

  await outside.refused('not_found', 'getRoom', { params: { code: old } });
  await outside.refused('not_found', 'joinRoom', { body: { room_code: old } });
  await join(outside, room.code);
});

test('a burned room is gone for everybody, its code included', async () => {
  const [owner, guest] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(owner);
  await join(guest, code);
  await say(guest, code, 'ashes');
  const socket = await enter(server, guest, code);
  await owner.call('burnRoom', { params: { code } });
  expect((await socket.closed).code).toBe(4410);
  for (const person of [owner, guest]) {
    const response = await fetch(`${server.url}/api/rooms/${code}/`, {
      headers: { Authorization: `Bearer ${person.token}` },
    });
    expect([404, 410]).toContain(response.status);
    expect((await person.call('listRooms')).rooms).toEqual([]);
  }
});

test('the same path without its last slash answers the same', async () => {
  const person = await newPerson(server);
  const post = (path: string) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
  expect((await post('/api/rooms/create')).status).toBe(201);
  expect((await post('/api/rooms/create/')).status).toBe(201);
});
