import { expect, test } from 'bun:test';
import type { MemberId, MessageId } from '../../domain/types.ts';
import { type OpenStore, World } from './world.ts';

export function messageContract(open: OpenStore): void {
  test('pages go back from the newest, back from a number, and on from one, and say whether there is more', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    for (let n = 1; n <= 7; n++) await world.say(owner, `${n}`);
    const page = async (order: { before: number } | { after: number } | { newest: true }, limit: number) => {
      const { messages, has_more } = await world.store.messages(room.id, { ...order, limit }, world.nowMs);
      return [messages.map((message) => message.seq).join(' '), has_more];
    };
    expect(await page({ newest: true }, 3)).toEqual(['5 6 7', true]);
    expect(await page({ newest: true }, 7)).toEqual(['1 2 3 4 5 6 7', false]);
    expect(await page({ before: 5 }, 3)).toEqual(['2 3 4', true]);
    expect(await page({ before: 2 }, 3)).toEqual(['1', false]);
    expect(await page({ before: 1 }, 3)).toEqual(['', false]);
    expect(await page({ before: 0 }, 3)).toEqual(['', false]);
    expect(await page({ before: 999 }, 1)).toEqual(['7', true]);
    expect(await page({ after: 0 }, 3)).toEqual(['1 2 3', true]);
    expect(await page({ after: 4 }, 3)).toEqual(['5 6 7', false]);
    expect(await page({ after: 7 }, 3)).toEqual(['', false]);
    expect(await page({ after: 999 }, 3)).toEqual(['', false]);
  });

  test('a page holds one room only', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const { owner: elsewhere } = await world.room();
    await world.say(elsewhere, 'theirs');
    await world.say(owner, 'ours');
    expect(await world.contents(room)).toEqual(['ours']);
  });

  test('a message is found by those in its room, and by nobody else', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    const stranger = await world.session();
    const { message } = await world.say(owner);
    const find = (sessionId: typeof stranger.id) => world.store.findMessage(message.id, sessionId, world.nowMs);
    expect(await find(guest.session_id)).toMatchObject({ message, member: guest, room: { id: room.id } });
    expect(await find(stranger.id)).toBeNull();
    await world.store.leave(guest.id);
    expect(await find(guest.session_id)).toBeNull();
    expect(await world.store.findMessage('nothing' as MessageId, owner.session_id, world.nowMs)).toBeNull();
  });

  test('an edited message keeps its place and says when it was edited', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const { message } = await world.say(owner, 'before');
    world.nowMs += 1_000;
    const edited = await world.store.editMessage(message.id, 'after', world.nowMs);
    expect(edited).toEqual({ ...message, content: 'after', edited_at: world.nowMs });
    expect(await world.contents(room)).toEqual(['after']);
  });

  test('what was deleted or has expired is edited no more', async () => {
    await using world = await World.settle(open);
    const { owner } = await world.room({ retention_seconds: 60 });
    const { message: deleted } = await world.say(owner);
    const { message: expired } = await world.say(owner);
    await world.store.deleteMessage(deleted.id, 'author');
    expect(await world.store.editMessage(deleted.id, 'x', world.nowMs)).toBeNull();
    world.nowMs += 59_999;
    expect(await world.store.editMessage(expired.id, 'x', world.nowMs)).not.toBeNull();
    world.nowMs += 1;
    expect(await world.store.editMessage(expired.id, 'y', world.nowMs)).toBeNull();
    expect(await world.store.editMessage('nothing' as MessageId, 'x', world.nowMs)).toBeNull();
  });

  test('a deleted message keeps its number, without content, quote or reactions', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const quoted = (await world.say(owner, 'quoted')).message;
    const { message } = await world.say(owner, 'regretted', { reply_to: quoted.id });
    await world.store.react(message.id, owner.id, '👍', true, 20, world.nowMs);
    expect(await world.store.deleteMessage(message.id, 'moderator')).toBe(true);
    expect(await world.store.deleteMessage(message.id, 'author')).toBe(false);
    const { messages } = await world.store.messages(room.id, { after: 1, limit: 10 }, world.nowMs);
    expect(messages).toEqual([{ ...message, content: '', deleted_by: 'moderator', reply_to: null }]);
    expect((await world.say(owner)).message.seq).toBe(3);
  });

  test('somebody’s messages all go at once, and only theirs', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    await world.say(guest, 'a');
    const { message } = await world.say(owner, 'b');
    await world.say(guest, 'c');
    await world.store.react(message.id, guest.id, '👍', true, 20, world.nowMs);
    const deleted = await world.store.deleteMessagesOf(guest.id, 'author');
    expect(deleted.map(({ seq }) => seq).toSorted()).toEqual([1, 3]);
    expect(await world.contents(room)).toEqual(['', 'b', '']);
    expect(await world.store.deleteMessagesOf(guest.id, 'author')).toEqual([]);
  });

  test('a reaction counts once a person, and comes off again', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    const { message } = await world.say(owner);
    const react = (who: MemberId, emoji: string, on: boolean) => {
      world.nowMs += 1;
      return world.store.react(message.id, who, emoji, on, 20, world.nowMs);
    };
    const shown = async () =>
      (await world.store.messages(room.id, { after: 0, limit: 1 }, world.nowMs)).messages[0]?.reactions;
    expect(await react(owner.id, '👍', true)).toBe('done');
    expect(await react(owner.id, '👍', true)).toBe('unchanged');
    expect(await react(guest.id, '🦊', true)).toBe('done');
    expect(await react(guest.id, '👍', true)).toBe('done');
    expect(await shown()).toEqual([
      { emoji: '👍', member_ids: [owner.id, guest.id] },
      { emoji: '🦊', member_ids: [guest.id] },
    ]);
    expect(await react(owner.id, '👍', false)).toBe('done');
    expect(await react(owner.id, '👍', false)).toBe('unchanged');
    expect(await react(guest.id, '🦊', false)).toBe('done');
    expect(await shown()).toEqual([{ emoji: '👍', member_ids: [guest.id] }]);
  });

  test('a message takes so many different emoji and no more, but more of the same', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    const guest = await world.joined(room);
    const { message } = await world.say(owner);
    const react = (who: MemberId, emoji: string) => world.store.react(message.id, who, emoji, true, 2, world.nowMs);
    expect(await react(owner.id, '1️⃣')).toBe('done');
    expect(await react(owner.id, '2️⃣')).toBe('done');
    expect(await react(guest.id, '3️⃣')).toBe('full');
    expect(await react(guest.id, '2️⃣')).toBe('done');
  });

  test('nobody reacts to what is deleted or was never there', async () => {
    await using world = await World.settle(open);
    const { owner } = await world.room();
    const { message } = await world.say(owner);
    await world.store.deleteMessage(message.id, 'author');
    expect(await world.store.react(message.id, owner.id, '👍', true, 20, world.nowMs)).toBe('gone');
    expect(await world.store.react('nothing' as MessageId, owner.id, '👍', true, 20, world.nowMs)).toBe('gone');
  });
}
