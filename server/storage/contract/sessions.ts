import { expect, test } from 'bun:test';
import type { SessionId } from '../../domain/types.ts';
import { type OpenStore, tokenHash, World } from './world.ts';

const DAY_MS = 86_400_000;
const lifetime = { idleSeconds: 7 * 86_400, maxSeconds: 30 * 86_400 };

export function sessionContract(open: OpenStore): void {
  test('a session is found by the hash of its token, and by no other', async () => {
    await using world = await World.settle(open);
    const session = await world.session();
    expect(await world.store.sessionByToken(tokenHash(1))).toEqual(session);
    expect(await world.store.sessionByToken(tokenHash(2))).toBeNull();
    await world.store.deleteSession(session.id);
    expect(await world.store.sessionByToken(tokenHash(1))).toBeNull();
  });

  test('the use of a session is written down, and never moved back', async () => {
    await using world = await World.settle(open);
    const session = await world.session({ last_used_at: 1_000 });
    await world.store.touchSession(session.id, 5_000);
    await world.store.touchSession(session.id, 4_000);
    expect((await world.store.sessionByToken(tokenHash(1)))?.last_used_at).toBe(5_000);
  });

  test('sessions end to the millisecond: by not being used, or by age', async () => {
    await using world = await World.settle(open);
    const startMs = world.nowMs;
    const idle = await world.session();
    const old = await world.session();
    await world.store.touchSession(old.id, startMs + 29 * DAY_MS);
    const ended = async (atMs: number) => (await world.store.endedSessions(lifetime, startMs + atMs, 10)).toSorted();
    expect(await ended(7 * DAY_MS - 1)).toEqual([]);
    expect(await ended(7 * DAY_MS)).toEqual([idle.id]);
    expect(await ended(30 * DAY_MS - 1)).toEqual([idle.id]);
    expect(await ended(30 * DAY_MS)).toEqual([idle.id, old.id].toSorted());
  });

  test('of many ended sessions, so many at a time are given as were asked for, and in the end all', async () => {
    await using world = await World.settle(open);
    const startMs = world.nowMs;
    for (let n = 0; n < 3; n++) await world.session({ last_used_at: startMs + 29 * DAY_MS });
    const laterMs = startMs + 20 * DAY_MS;
    for (let n = 0; n < 3; n++) await world.session({ created_at: laterMs, last_used_at: laterMs });
    const all = new Set<SessionId>();
    for (;;) {
      const some = await world.store.endedSessions(lifetime, startMs + 31 * DAY_MS, 2);
      expect(some.length).toBeLessThanOrEqual(2);
      if (some.length === 0) break;
      for (const id of some) {
        all.add(id);
        await world.store.deleteSession(id);
      }
    }
    expect(all.size).toBe(6);
  });

  test('a session goes only after it has left its rooms', async () => {
    await using world = await World.settle(open);
    const { room } = await world.room();
    const session = await world.session();
    const member = await world.joined(room, 'Anna', session);
    expect(await world.store.deleteSession(session.id)).toBe(false);
    await world.store.leave(member.id);
    expect(await world.store.deleteSession(session.id)).toBe(true);
    expect(await world.store.deleteSession(session.id)).toBe(true);
    expect(await world.store.roomsOf(session.id)).toEqual([]);
  });

  test('the token itself is written nowhere', async () => {
    await using world = await World.settle(open);
    await world.session();
    // The hash is; whoever has the file can't go from it to the token.
    expect(await world.store.sessionByToken(new TextEncoder().encode('session-1'))).toBeNull();
  });
}
