import { expect, test } from 'bun:test';
import type { RoomCode } from '../../../protocol/room-code.ts';
import type { RoomId } from '../../domain/types.ts';
import { type OpenStore, World } from './world.ts';

export function roomContract(open: OpenStore): void {
  test('a room is found by its code, by those in it and by others', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ locked: true, slow_mode_seconds: 5 });
    const stranger = await world.session();
    expect(await world.store.findRoom(room.code, owner.session_id, world.nowMs)).toEqual({
      room,
      member: owner,
      codeIsCurrent: true,
      blocked: false,
    });
    expect(await world.store.findRoom(room.code, stranger.id, world.nowMs)).toEqual({
      room,
      member: null,
      codeIsCurrent: true,
      blocked: false,
    });
    expect(await world.store.findRoom('ZZZZZZZZZZZZ' as RoomCode, stranger.id, world.nowMs)).toBeNull();
  });

  test('a replaced code still finds the room, and says that it was replaced', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const code = 'NEWC0DE00001' as RoomCode;
    expect(await world.store.replaceCode(room.id, code)).toEqual({ ...room, code });
    expect(await world.store.findRoom(room.code, owner.session_id, world.nowMs)).toMatchObject({
      codeIsCurrent: false,
      room: { code },
    });
    expect(await world.store.findRoom(code, owner.session_id, world.nowMs)).toMatchObject({
      codeIsCurrent: true,
      room: { code },
    });
    expect(await world.store.replaceCode('nothing' as RoomId, 'NEWC0DE00002' as RoomCode)).toBeNull();
  });

  test('two rooms never have the same code', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const { room: other, owner } = await world.room();
    await expect(world.store.replaceCode(other.id, room.code)).rejects.toThrow();
    expect(await world.store.findRoom(other.code, owner.session_id, world.nowMs)).toMatchObject({
      codeIsCurrent: true,
      blocked: false,
    });
    await expect(world.room({ code: room.code })).rejects.toThrow();
  });

  test('a change touches what it names and nothing else', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    expect(await world.store.changeRoom(room.id, { name: 'New' }, world.nowMs)).toEqual({ ...room, name: 'New' });
    expect(await world.store.changeRoom(room.id, { locked: true, name: undefined }, world.nowMs)).toEqual({
      ...room,
      name: 'New',
      locked: true,
    });
    const rest = { locked: false, slow_mode_seconds: 7, retention_seconds: 120 };
    expect(await world.store.changeRoom(room.id, rest, world.nowMs)).toEqual({ ...room, name: 'New', ...rest });
    expect(await world.store.changeRoom('nothing' as RoomId, rest, world.nowMs)).toBeNull();
  });

  test('a session sees the rooms that it is in, in the order in which it joined them', async () => {
    await using world = await World.settle(open);
    const session = await world.session();
    expect(await world.store.roomsOf(session.id)).toEqual([]);
    const one = await world.room();
    const two = await world.room();
    await world.room();
    const member = await world.joined(two.room, 'Anna', session);
    world.nowMs += 1;
    await world.joined(one.room, 'Anna', session);
    const rooms = await world.store.roomsOf(session.id);
    expect(rooms.map(({ room }) => room.id)).toEqual([two.room.id, one.room.id]);
    expect(rooms[0]?.member).toEqual(member);
    await world.store.leave(member.id);
    expect((await world.store.roomsOf(session.id)).map(({ room }) => room.id)).toEqual([one.room.id]);
  });

  test('a burned room goes alone', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const other = await world.room();
    await world.say(other.owner, 'stays');
    await world.store.burnRoom(room.id);
    await world.store.burnRoom(room.id);
    expect(await world.contents(other.room)).toEqual(['stays']);
    expect(await world.store.lastSeq(room.id)).toBe(0);
  });
}
