import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { Member, MessageId } from '../../domain/types.ts';
import { type OpenStore, seed, World } from './world.ts';

/** A text that is nowhere else, and that is found in each of its pages when it is long. */
const distinct = (n: number, times = 1) => `Zq${String(n).padStart(5, '0')}yX`.repeat(times);

export function erasureContract(open: OpenStore): void {
  test('what was swept is in no file any more, while what stays is', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    await world.say(owner, distinct(1));
    await world.say(owner, distinct(2, 1_500), { client_id: 'client-of-two' });
    world.nowMs += 30_000;
    await world.say(owner, distinct(3));
    expect(await world.keeps(distinct(1))).toBe(true);
    world.nowMs += 30_000;
    await world.store.sweep(world.nowMs);
    await world.store.eraseDeleted();
    expect(await world.kept([distinct(1), distinct(2), 'client-of-two'])).toEqual([]);
    expect(await world.keeps(distinct(3))).toBe(true);
    expect(await world.contents(room)).toEqual([distinct(3)]);
  });

  test('what a message said before it was edited or deleted is in no file any more', async () => {
    await using world = await World.settle(open);
    const { owner } = await world.room();
    const said = [];
    for (let n = 1; n <= 6; n++) said.push((await world.say(owner, distinct(n, n % 2 === 0 ? 1_200 : 1))).message);
    const [one, two, three, four] = said;
    if (!one || !two || !three || !four) throw new Error('the test is wrong');
    await world.store.editMessage(one.id, distinct(11, 900), world.nowMs);
    await world.store.editMessage(two.id, distinct(12), world.nowMs);
    await world.store.deleteMessage(three.id, 'author');
    await world.store.deleteMessage(four.id, 'moderator');
    await world.store.eraseDeleted();
    expect(await world.kept([1, 2, 3, 4].map((n) => distinct(n)))).toEqual([]);
    expect(await world.kept([5, 6, 11, 12].map((n) => distinct(n)))).toHaveLength(4);
  });

  test('of a burned room nothing is left: no message, name, nickname or code', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ name: 'Burnable Name' }, 'Burnable Owner');
    const guest = await world.joined(room, 'Burnable Guest');
    const stays = await world.room({ name: 'Stays' });
    await world.say(stays.owner, distinct(9));
    const { message } = await world.say(guest, distinct(1, 1_500), { client_id: 'burnable-client' });
    await world.say(owner, distinct(2), { reply_to: message.id });
    await world.store.react(message.id, owner.id, '🔥', true, 20, world.nowMs);
    await world.store.replaceCode(room.id, 'BVRNAB1EC0DE' as typeof room.code);

    await world.store.burnRoom(room.id);
    await world.store.eraseDeleted();
    expect(await world.store.findRoom(room.code, owner.session_id, world.nowMs)).toBeNull();
    expect(await world.store.roomsOf(guest.session_id)).toEqual([]);
    expect(await world.store.members(room.id)).toEqual([]);
    expect(await world.contents(room)).toEqual([]);
    expect(await world.store.findMessage(message.id, guest.session_id, world.nowMs)).toBeNull();
    const traces = [
      'Burnable',
      'burnable',
      'BVRNAB1EC0DE',
      '🔥',
      room.id,
      guest.id,
      message.id,
      distinct(1),
      distinct(2),
    ];
    expect(await world.kept(traces)).toEqual([]);
    expect(await world.keeps(distinct(9))).toBe(true);
    await expect(world.say(guest, 'late')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('who has ended a session and erased its messages is in no file any more', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const session = await world.session({ nickname: 'Forgettable' });
    const guest = await world.joined(room, 'Forgettable Guest', session);
    await world.say(guest, distinct(1));
    await world.say(owner, distinct(2));
    await world.store.deleteMessagesOf(guest.id, 'author');
    await world.store.leave(guest.id);
    await world.store.deleteSession(session.id);
    await world.store.eraseDeleted();
    expect(await world.kept([distinct(1), 'Forgettable Guest'.toLowerCase()])).toEqual([]);
    expect(await world.keeps(distinct(2))).toBe(true);
  });

  test('copies that the store made when it moved things to make room are in no file either', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    // These very sizes: they make SQLite rebuild a page and leave a row's text where it had been.
    let state = 21;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const ids: MessageId[] = [];
    let next = 0;
    while (next < 80) ids.push((await world.say(owner, distinct(next++, 1 + random(60)))).message.id);
    while (next < 480) {
      const id = ids[random(80)];
      if (id) await world.store.editMessage(id, distinct(next++, 1 + random(60)), world.nowMs);
    }
    await world.store.eraseDeleted();
    const shown = new Set((await world.contents(room)).map((content) => content.slice(0, distinct(0).length)));
    const all = Array.from({ length: next }, (_, n) => distinct(n));
    expect(await world.kept(all)).toEqual(all.filter((text) => shown.has(text)));
  });

  test('whatever was written, edited and deleted in rooms side by side, what is gone is in no file', async () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('say', 'say', 'say', 'say', 'edit', 'delete', 'sweep'),
        room: fc.nat(3),
        which: fc.nat(1_000),
        times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 300, max: 1_600 })),
      }),
      { minLength: 150, maxLength: 250 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        await using world = await World.settle(open);
        const owners: Member[] = [];
        for (const retention_seconds of [60, 120, 3_600, 7_200])
          owners.push((await world.room({ retention_seconds })).owner);
        const written: { id: MessageId; room: number }[] = [];
        let next = 0;
        for (const { what, room, which, times } of given) {
          const owner = owners[room];
          const target = written[which % Math.max(1, written.length)];
          world.nowMs += 700;
          if (what === 'say' && owner) {
            const { message } = await world.say(owner, distinct(next++, times));
            written.push({ id: message.id, room });
          } else if (what === 'edit' && target)
            await world.store.editMessage(target.id, distinct(next++, times), world.nowMs);
          else if (what === 'delete' && target) await world.store.deleteMessage(target.id, 'author');
          else if (what === 'sweep') await world.store.sweep(world.nowMs);
        }
        await world.store.sweep(world.nowMs);
        await world.store.eraseDeleted();
        const seen = new Set<string>();
        for (const owner of owners) {
          const { messages } = await world.store.messages(owner.room_id, { after: 0, limit: 1_000 }, world.nowMs);
          for (const { content } of messages) seen.add(content.slice(0, distinct(0).length));
        }
        const all = Array.from({ length: next }, (_, n) => distinct(n));
        expect(await world.kept(all)).toEqual(all.filter((text) => seen.has(text)));
      }),
      { seed, numRuns: 4, endOnFailure: true },
    );
  });
}
