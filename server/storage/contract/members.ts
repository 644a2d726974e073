import { expect, test } from 'bun:test';
import type { MemberId } from '../../domain/types.ts';
import { type OpenStore, World } from './world.ts';

export function memberContract(open: OpenStore): void {
  const roles = async (world: World, room: Parameters<World['joined']>[0]) =>
    Object.fromEntries((await world.store.members(room.id)).map((member) => [member.nickname, member.role]));

  test('joining twice is the same as once', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const session = await world.session();
    const first = await world.candidate(room, 'Anna', session);
    const second = await world.candidate(room, 'Berta', session);
    expect(await world.join(first, 10)).toEqual({ member: first, fresh: true });
    expect(await world.join(second, 10)).toEqual({ member: first, fresh: false });
    expect(await world.store.memberCount(room.id)).toBe(2);
    // Also where the room has filled up since.
    expect(await world.join(second, 1)).toEqual({ member: first, fresh: false });
  });

  test('one session that joins many times at once is one member', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const session = await world.session();
    const tries = await Promise.all(Array.from({ length: 8 }, () => world.candidate(room, undefined, session)));
    const answers = await Promise.all(tries.map((member) => world.join(member, 10)));
    expect(answers.filter((answer) => typeof answer === 'object' && answer.fresh)).toHaveLength(1);
    expect(await world.store.memberCount(room.id)).toBe(2);
  });

  test('nicknames that read alike are taken, until the one who has it goes', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room({}, 'Owner');
    const anna = await world.joined(room, 'Anna');
    for (const nickname of ['Anna', 'ANNA', 'Аnnа', '0wner']) {
      expect(await world.join(await world.candidate(room, nickname), 10)).toBe('taken');
    }
    expect(await world.join(await world.candidate(room, 'Hanna'), 10)).toMatchObject({ fresh: true });
    await world.store.leave(anna.id);
    expect(await world.join(await world.candidate(room, 'Аnnа'), 10)).toMatchObject({ fresh: true });
  });

  test('of many who want the same nickname at once, one gets it', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const tries = await Promise.all(
      ['Anna', 'ANNA', 'Аnnа', 'anna'].map((nickname) => world.candidate(room, nickname)),
    );
    const answers = await Promise.all(tries.map((member) => world.join(member, 10)));
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(3);
    expect(await world.store.memberCount(room.id)).toBe(2);
  });

  test('a room takes as many as it may hold, also when all come at once', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const tries = await Promise.all(Array.from({ length: 6 }, () => world.candidate(room)));
    const answers = await Promise.all(tries.map((member) => world.join(member, 4)));
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(3);
    expect(await world.store.memberCount(room.id)).toBe(4);
  });

  test('nobody joins a room that is gone', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    await world.store.burnRoom(room.id);
    expect(await world.join(await world.candidate(room), 10)).toBe('gone');
  });

  test('members come in the order in which they joined; owner and moderators can be asked for alone', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    world.nowMs += 1;
    const anna = await world.joined(room, 'Anna');
    world.nowMs += 1;
    const berta = await world.joined(room, 'Berta');
    const raised = await world.store.giveRole(berta.id, 'moderator');
    expect(raised).toEqual({ ...berta, role: 'moderator' });
    expect((await world.store.members(room.id)).map(({ id }) => id)).toEqual([owner.id, anna.id, berta.id]);
    expect((await world.store.keepers(room.id)).map(({ id }) => id)).toEqual([owner.id, berta.id]);
    expect(await world.store.member(room.id, anna.id)).toEqual(anna);
    expect(await world.store.member((await world.room()).room.id, anna.id)).toBeNull();
  });

  test('an owner who leaves hands the room to the longest-standing moderator, else member', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({}, 'Olga');
    for (const name of ['Anna', 'Berta', 'Clara']) {
      world.nowMs += 1;
      await world.joined(room, name);
    }
    const byName = new Map((await world.store.members(room.id)).map((member) => [member.nickname, member]));
    const id = (name: string) => byName.get(name)?.id ?? ('' as MemberId);
    await world.store.giveRole(id('Clara'), 'moderator');
    expect(await world.store.leave(owner.id)).toMatchObject({
      member: { id: owner.id },
      newOwner: { nickname: 'Clara', role: 'owner' },
    });
    expect(await roles(world, room)).toEqual({ Anna: 'member', Berta: 'member', Clara: 'owner' });
    expect(await world.store.leave(id('Clara'))).toMatchObject({ newOwner: { nickname: 'Anna' } });
    expect(await world.store.leave(id('Berta'))).toMatchObject({ newOwner: null });
    expect(await world.store.leave(id('Anna'))).toMatchObject({ newOwner: null });
    expect(await world.store.leave(id('Anna'))).toBeNull();
    expect(await world.store.memberCount(room.id)).toBe(0);
  });

  test('who enters a room that everybody has left owns it', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room();
    await world.store.leave(owner.id);
    expect((await world.joined(room, 'Anna')).role).toBe('owner');
    expect((await world.joined(room, 'Berta')).role).toBe('member');
  });

  test('handing the room over makes one owner of two people, at once', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({}, 'Olga');
    const anna = await world.joined(room, 'Anna');
    expect(await world.store.handOver(owner.id, anna.id)).toEqual({
      owner: { ...anna, role: 'owner' },
      former: { ...owner, role: 'moderator' },
    });
    expect(await roles(world, room)).toEqual({ Olga: 'moderator', Anna: 'owner' });
  });

  test('handing the room to somebody who has just left changes nothing', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({}, 'Olga');
    const anna = await world.joined(room, 'Anna');
    await world.store.leave(anna.id);
    expect(await world.store.handOver(owner.id, anna.id)).toBeNull();
    expect(await roles(world, room)).toEqual({ Olga: 'owner' });
  });

  test('an owner who has just left, or handed the room over, hands it to nobody else', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({}, 'Olga');
    const anna = await world.joined(room, 'Anna');
    world.nowMs += 1;
    const berta = await world.joined(room, 'Berta');
    await world.store.handOver(owner.id, anna.id);
    expect(await world.store.handOver(owner.id, berta.id)).toBeNull();
    expect(await roles(world, room)).toEqual({ Olga: 'moderator', Anna: 'owner', Berta: 'member' });
    await world.store.leave(anna.id);
    expect(await world.store.handOver(anna.id, berta.id)).toBeNull();
    expect(await roles(world, room)).toEqual({ Olga: 'owner', Berta: 'member' });
  });

  test('a role that is given to somebody who has just become owner takes nothing from them', async () => {
    await using world = await World.settle(open);
    const { room, owner } = await world.room({}, 'Olga');
    const anna = await world.joined(room, 'Anna');
    await world.store.handOver(owner.id, anna.id);
    expect(await world.store.giveRole(anna.id, 'moderator')).toBeNull();
    expect(await roles(world, room)).toEqual({ Olga: 'moderator', Anna: 'owner' });
    expect(await world.store.giveRole('nobody' as MemberId, 'moderator')).toBeNull();
  });
}
