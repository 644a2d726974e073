import { expect, test } from 'bun:test';
import { join, newPerson, newRoom } from './support/client.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();

test('the others see who joins, comes and goes, and how many they are', async () => {
  const [anna, ben] = [await newPerson(server, 'Anna'), await newPerson(server, 'Ben')];
  const { code } = await newRoom(anna);
  const watching = await enter(server, anna, code);
  const benId = await join(ben, code);
  const joined = await watching.until((frame) => frame.type === 'presence' && frame.joined.length > 0);
  expect(joined).toMatchObject({ joined: [{ id: benId, nickname: 'Ben', online: false }], member_count: 2 });

  const socket = await enter(server, ben, code);
  expect(socket.welcome.room.online_count).toBe(2);
  const online = await watching.until((frame) => frame.type === 'presence' && frame.online.includes(benId));
  expect(online).toMatchObject({ member_count: 2, online_count: 2 });
  await socket.close();
  const offline = await watching.until((frame) => frame.type === 'presence' && frame.offline.includes(benId));
  expect(offline).toMatchObject({ member_count: 2, online_count: 1 });
  await ben.call('leaveRoom', { params: { code } });
  const left = await watching.until((frame) => frame.type === 'presence' && frame.left.includes(benId));
  expect(left).toMatchObject({ member_count: 1, online_count: 1 });
});

test('a second tab changes nothing: who has one socket left is online', async () => {
  const [anna, ben] = [await newPerson(server), await newPerson(server)];
  const { code } = await newRoom(anna);
  const benId = await join(ben, code);
  const watching = await enter(server, anna, code);
  const first = await enter(server, ben, code);
  await watching.until((frame) => frame.type === 'presence' && frame.online.includes(benId));
  const second = await enter(server, ben, code);
  await first.close();
  const { members } = await anna.call('listMembers', { params: { code } });
  expect(members.find(({ id }) => id === benId)?.online).toBe(true);
  await second.close();
  await watching.until((frame) => frame.type === 'presence' && frame.offline.includes(benId));
  const told = watching.frames.filter((frame) => frame.type === 'presence');
  expect(told.flatMap(({ online }) => online).filter((id) => id === benId)).toEqual([benId]);
  expect(told.flatMap(({ offline }) => offline)).toEqual([benId]);
});

test('twenty people who come one after another within moments are told in a frame or two, not in twenty', async () => {
  const owner = await newPerson(server);
  const { code } = await newRoom(owner);
  const people = await Promise.all(Array.from({ length: 20 }, () => newPerson(server)));
  const watching = await enter(server, owner, code);
  await watching.next('presence');
  const told = watching.frames.length;
  const startedMs = performance.now();
  for (const person of people) await join(person, code);
  let seen = (await watching.next('presence')).joined.length;
  expect(performance.now() - startedMs).toBeGreaterThan(240);
  while (seen < 20) seen += (await watching.next('presence')).joined.length;
  expect(watching.frames.length - told).toBeLessThanOrEqual(2);
});

test('in a room of more than 200, the counts and the roles above member are told, and the list is asked for', async () => {
  const [owner, moderator] = [await newPerson(server, 'The owner'), await newPerson(server, 'The moderator')];
  const { code } = await newRoom(owner);
  const id = await join(moderator, code);
  await owner.call('updateMember', { params: { code, id }, body: { role: 'moderator' } });
  const crowd = await Promise.all(Array.from({ length: 198 }, () => newPerson(server)));
  await Promise.all(crowd.map((person) => join(person, code)));
  const at200 = await enter(server, owner, code);
  expect(at200.welcome.members).toHaveLength(200);

  const last = await newPerson(server, 'Number 201');
  const lastId = await join(last, code);
  const watching = await enter(server, owner, code);
  expect(watching.welcome.room.member_count).toBe(201);
  expect(watching.welcome.members.map(({ nickname }) => nickname).sort()).toEqual(['The moderator', 'The owner']);
  const socket = await enter(server, last, code);
  expect(socket.welcome.member.id).toBe(lastId);
  const told = await watching.until((frame) => frame.type === 'presence' && frame.online_count === 2);
  expect(told).toMatchObject({ joined: [], left: [], offline: [], member_count: 201 });
  expect(watching.frames.some((frame) => frame.type === 'presence' && frame.online.includes(lastId))).toBe(false);
  const staff = await enter(server, moderator, code);
  expect(staff.welcome.room.online_count).toBe(3);
  await watching.until((frame) => frame.type === 'presence' && frame.online.includes(id));
  const { members } = await last.call('listMembers', { params: { code } });
  expect(members).toHaveLength(201);
});
