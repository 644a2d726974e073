import { expect, test } from 'bun:test';
import { type OpenStore, World } from './world.ts';

const sizes = (count: number) => Array.from({ length: count }, (_, index) => index);

export function retentionContract(open: OpenStore): void {
  test('a message is there in the last millisecond of its time, and gone in the next, swept or not', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    const { message } = await world.say(owner);
    const seen = async () => [
      await world.contents(room),
      (await world.store.messages(room.id, { newest: true, limit: 1 }, world.nowMs)).messages.length,
      (await world.store.messages(room.id, { before: 2, limit: 1 }, world.nowMs)).messages.length,
      (await world.store.findMessage(message.id, owner.session_id, world.nowMs)) !== null,
    ];
    world.nowMs += 59_999;
    expect(await world.store.sweep(world.nowMs)).toEqual({ messages: 0, rooms: [] });
    expect(await seen()).toEqual([['Hello'], 1, 1, true]);
    world.nowMs += 1;
    expect(await seen()).toEqual([[], 0, 0, false]);
    expect(await world.store.sweep(world.nowMs)).toEqual({ messages: 1, rooms: [{ room_id: room.id, up_to_seq: 1 }] });
    expect(await seen()).toEqual([[], 0, 0, false]);
  });

  test('a sweep takes what has expired in each room and leaves the rest', async () => {
    await using world = await World.settle(open);
    const short = await world.room({ retention_seconds: 60 });
    const long = await world.room({ retention_seconds: 3_600 });
    await world.say(short.owner, 'old');
    await world.say(short.owner, 'old');
    await world.say(long.owner, 'stays');
    world.nowMs += 30_000;
    await world.say(short.owner, 'new');
    world.nowMs += 30_000;
    expect(await world.store.sweep(world.nowMs)).toEqual({
      messages: 2,
      rooms: [{ room_id: short.room.id, up_to_seq: 2 }],
    });
    expect(await world.contents(short.room)).toEqual(['new']);
    expect(await world.contents(long.room)).toEqual(['stays']);
    expect(await world.store.sweep(world.nowMs)).toEqual({ messages: 0, rooms: [] });
  });

  test('a sweep of thousands leaves none behind', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    await Promise.all(sizes(1_501).map(() => world.say(owner)));
    world.nowMs += 60_000;
    expect((await world.store.sweep(world.nowMs)).messages).toBe(1_501);
    expect((await world.say(owner, 'next')).message.seq).toBe(1_502);
    expect(await world.contents(room)).toEqual(['next']);
  });

  test('numbers go on where they were after everything has expired', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    await world.say(owner);
    world.nowMs += 60_000;
    await world.store.sweep(world.nowMs);
    expect(await world.store.lastSeq(room.id)).toBe(1);
    expect((await world.say(owner)).message.seq).toBe(2);
  });

  test('with a message go its reactions, and a quote of it loses its target', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    const { message: old } = await world.say(owner, 'old');
    await world.store.react(old.id, owner.id, '👍', true, 20, world.nowMs);
    world.nowMs += 30_000;
    const { message: answer } = await world.say(owner, 'answer', { reply_to: old.id });
    world.nowMs += 30_000;
    await world.store.sweep(world.nowMs);
    const { messages } = await world.store.messages(room.id, { after: 0, limit: 10 }, world.nowMs);
    expect(messages).toEqual([{ ...answer, reply_to: null }]);
    // The id is free again: had the reaction stayed, it would hang on the new message.
    await world.say(owner, 'new', { id: old.id });
    const page = await world.store.messages(room.id, { after: 2, limit: 10 }, world.nowMs);
    expect(page.messages.map(({ content, reactions }) => [content, reactions])).toEqual([['new', []]]);
  });

  test('a longer time brings back nothing that a shorter one had deleted, swept or not', async () => {
    for (const swept of [true, false]) {
      await using world = await World.settle(open);
      const { room, owner } = await world.room({ retention_seconds: 3_600 });
      await world.say(owner, 'old');
      world.nowMs += 60_000;
      await world.say(owner, 'new');
      const short = await world.store.changeRoom(room.id, { retention_seconds: 60 }, world.nowMs);
      expect(short).toMatchObject({ retention_seconds: 60, expired_up_to_seq: 1 });
      expect(await world.contents(room)).toEqual(['new']);
      if (swept) await world.store.sweep(world.nowMs);
      const long = await world.store.changeRoom(room.id, { retention_seconds: 3_600 }, world.nowMs);
      expect(long).toMatchObject({ retention_seconds: 3_600, expired_up_to_seq: 1 });
      expect(await world.contents(room)).toEqual(['new']);
      await world.store.sweep(world.nowMs);
      expect(await world.contents(room)).toEqual(['new']);
    }
  });

  test('a longer time holds for what is there, and brings back nothing that had expired by itself', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    await world.say(owner, 'expires');
    world.nowMs += 1;
    await world.say(owner, 'is kept');
    world.nowMs += 59_999;
    await world.store.changeRoom(room.id, { retention_seconds: 3_600 }, world.nowMs);
    expect(await world.contents(room)).toEqual(['is kept']);
    world.nowMs += 3_600_000 - 60_000;
    expect(await world.contents(room)).toEqual(['is kept']);
    world.nowMs += 1;
    expect(await world.contents(room)).toEqual([]);
  });

  test('an empty room goes when its last message has been swept, and not before', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    const lived = await world.room();
    await world.say(owner);
    await world.store.leave(owner.id);
    expect(await world.store.deleteEmptyRooms()).toBe(0);
    world.nowMs += 60_000;
    await world.store.sweep(world.nowMs);
    expect(await world.store.deleteEmptyRooms()).toBe(1);
    expect(await world.store.findRoom(room.code, owner.session_id, world.nowMs)).toBeNull();
    expect(await world.store.findRoom(lived.room.code, lived.owner.session_id, world.nowMs)).not.toBeNull();
  });
}
