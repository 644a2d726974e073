import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { Member, MessageId } from '../../domain/types.ts';
import { type OpenStore, seed, World } from './world.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

export function appendContract(open: OpenStore): void {
  test('messages of people who write at once in several rooms are numbered from 1 without gaps', async () => {
    await using world = await World.settle(open);
    const rooms = await Promise.all(range(4).map(() => world.room()));
    const writers: Member[] = [];
    for (const { room, owner } of rooms) writers.push(owner, await world.joined(room), await world.joined(room));
    const sent = await Promise.all(range(600).map((n) => world.say(writers[n % writers.length] ?? fail(), `${n}`)));

    for (const { room } of rooms) {
      const seqs = sent.filter(({ message }) => message.room_id === room.id).map(({ message }) => message.seq);
      expect(seqs).toEqual(range(seqs.length));
      expect(await world.store.lastSeq(room.id)).toBe(seqs.length);
      const page = await world.store.messages(room.id, { after: 0, limit: 1_000 }, world.nowMs);
      expect(page.messages.map((message) => message.seq)).toEqual(seqs);
    }
  });

  test('an answer holds the message and its room as they were committed', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const first = await world.say(owner, 'one', { client_id: 'c1' });
    expect(first).toEqual({
      fresh: true,
      room: { ...room, last_seq: 1 },
      message: {
        id: first.message.id,
        room_id: room.id,
        seq: 1,
        member_id: owner.id,
        nickname: owner.nickname,
        content: 'one',
        client_id: 'c1',
        reply_to: null,
        created_at: world.nowMs,
        edited_at: null,
        deleted_by: null,
        reactions: [],
      },
    });
    const { messages } = await world.store.messages(room.id, { newest: true, limit: 1 }, world.nowMs);
    expect(messages).toEqual([first.message]);
  });

  test('the same client_id gives the first message again, within one batch and later', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const batch = await Promise.all(['a', 'b', 'c'].map((content) => world.say(owner, content, { client_id: 'same' })));
    const later = await world.say(owner, 'd', { client_id: 'same' });
    expect(batch.map(({ fresh }) => fresh)).toEqual([true, false, false]);
    expect(later.fresh).toBe(false);
    for (const { message } of [...batch, later]) expect(message).toEqual(batch[0]?.message ?? fail());
    expect(await world.contents(room)).toEqual(['a']);
    expect((await world.say(owner, 'next')).message.seq).toBe(2);
  });

  test('two people, and one person in two rooms, may use the same client_id', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    const { owner: elsewhere } = await world.room();
    const sent = await Promise.all([owner, guest, elsewhere].map((who) => world.say(who, 'x', { client_id: 'c1' })));
    expect(sent.map(({ fresh, message }) => [fresh, message.seq])).toEqual([
      [true, 1],
      [true, 2],
      [true, 1],
    ]);
  });

  test('what was sent before is found by its client_id, and only by its author', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    const { message } = await world.say(owner, 'x', { client_id: 'c1' });
    expect(await world.store.sentBefore(room.id, owner.id, 'c1')).toMatchObject({ fresh: false, message });
    expect(await world.store.sentBefore(room.id, owner.id, 'c2')).toBeNull();
    expect(await world.store.sentBefore(room.id, guest.id, 'c1')).toBeNull();
  });

  test('a receipt for what has expired meanwhile says that it arrived, and no more', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({ retention_seconds: 60 });
    const { message } = await world.say(owner, 'gone by then', { client_id: 'c1' });
    world.nowMs += 60_000;
    const again = await world.say(owner, 'gone by then', { client_id: 'c1' });
    expect(again).toMatchObject({ fresh: false, message: { id: message.id, seq: 1, content: '' } });
    expect(await world.store.lastSeq(room.id)).toBe(1);
  });

  test('who has left is refused, and takes no number from those who stay', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    await world.store.leave(guest.id);
    const [before, refused, after] = await Promise.allSettled([
      world.say(owner, 'a'),
      world.say(guest, 'too late'),
      world.say(owner, 'b'),
    ]);
    expect(before).toMatchObject({ value: { message: { seq: 1 } } });
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
    expect(after).toMatchObject({ value: { message: { seq: 2 } } });
    expect(await world.contents(room)).toEqual(['a', 'b']);
  });

  test('a member of one room writes in no other', async () => {
    await using world = await World.settle(open);
    const { owner } = await world.room();
    const { room: other } = await world.room();
    await expect(world.say(owner, 'x', { room_id: other.id })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await world.store.lastSeq(other.id)).toBe(0);
  });

  test('a batch that fails leaves no trace: no message, no gap', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const id = 'message-twice' as MessageId;
    const batch = await Promise.allSettled([
      world.say(owner, 'a'),
      world.say(owner, 'b', { id }),
      world.say(owner, 'c', { id }),
    ]);
    expect(batch.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await world.store.lastSeq(room.id)).toBe(0);
    expect((await world.say(owner, 'd')).message.seq).toBe(1);
    expect(await world.contents(room)).toEqual(['d']);
  });

  test('time never runs backwards in a room when the clock does', async () => {
    await using world = await World.settle(open);
    const startMs = world.nowMs;
    const { room, owner } = await world.room();
    const shown: number[] = [];
    for (const offsetMs of [0, 5_000, -60_000, 4_999, 5_000, 5_001]) {
      world.nowMs = startMs + offsetMs;
      shown.push((await world.say(owner)).message.created_at - startMs);
    }
    expect(shown).toEqual([0, 5_000, 5_000, 5_000, 5_000, 5_001]);
    const page = await world.store.messages(room.id, { after: 0, limit: 10 }, world.nowMs);
    expect(page.messages.map((message) => message.created_at - startMs)).toEqual(shown);
  });

  test('an answer quotes what is in its room, and nothing of another', async () => {
    await using world = await World.settle(open);
    const { owner } = await world.room();
    const { owner: elsewhere } = await world.room();
    const quoted = (await world.say(owner)).message.id;
    const foreign = (await world.say(elsewhere)).message.id;
    expect((await world.say(owner, 'x', { reply_to: quoted })).message.reply_to).toBe(quoted);
    expect((await world.say(owner, 'x', { reply_to: foreign })).message.reply_to).toBeNull();
    expect((await world.say(owner, 'x', { reply_to: 'nothing' as MessageId })).message.reply_to).toBeNull();
  });

  test('whatever people send at once, each is kept once, in the order of its numbers', async () => {
    const orders = fc.array(
      fc.record({ room: fc.nat(2), client: fc.option(fc.nat(3)), content: fc.string({ minLength: 1 }) }),
      { minLength: 1, maxLength: 40 },
    );
    await using world = await World.settle(open);
    await fc.assert(
      fc.asyncProperty(orders, async (given) => {
        const rooms = await Promise.all(range(3).map(() => world.room()));
        const answers = await Promise.all(
          given.map(({ room, client, content }) =>
            world.say(rooms[room]?.owner ?? fail(), content, { client_id: client === null ? null : `c${client}` }),
          ),
        );
        for (const [index, { room }] of rooms.entries()) {
          const known = new Set<number>();
          const expected = given
            .filter((order) => order.room === index)
            .filter(({ client }) => client === null || (!known.has(client) && known.add(client)))
            .map(({ content }) => content);
          expect(await world.contents(room)).toEqual(expected);
          const fresh = answers.filter((answer) => answer.fresh && answer.message.room_id === room.id);
          expect(fresh.map(({ message }) => message.seq)).toEqual(range(expected.length));
        }
      }),
      { seed, numRuns: 25 },
    );
  });
}

function fail(): never {
  throw new Error('the test is wrong');
}
