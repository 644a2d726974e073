import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import {
  slowModeSeconds,
  successor,
  whyNotBurn,
  whyNotChangeRoom,
  whyNotDelete,
  whyNotEdit,
  whyNotGiveRole,
  whyNotRotate,
} from './roles.ts';
import { aMember, aMessage, aRoom } from './samples.ts';
import type { MemberId } from './types.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
console.log(`roles.test.ts: SEED=${seed}`);

const owner = aMember({ id: 'owner', role: 'owner' });
const moderator = aMember({ id: 'moderator', role: 'moderator' });
const member = aMember({ id: 'member' });

describe('who may do what', () => {
  test('owner and moderators name, slow down and lock the room; a member does not', () => {
    for (const changes of [{ name: 'Tea' }, { slow_mode_seconds: 5 }, { locked: true }, {}]) {
      expect(whyNotChangeRoom(owner, changes)).toBeNull();
      expect(whyNotChangeRoom(moderator, changes)).toBeNull();
      expect(whyNotChangeRoom(member, changes)).toBe('forbidden');
    }
  });

  test('only the owner says how long messages stay, also when something else changes with it', () => {
    expect(whyNotChangeRoom(owner, { retention_seconds: 60 })).toBeNull();
    expect(whyNotChangeRoom(moderator, { retention_seconds: 60 })).toBe('forbidden');
    expect(whyNotChangeRoom(moderator, { name: 'Tea', retention_seconds: 60 })).toBe('forbidden');
    expect(whyNotChangeRoom(moderator, { name: 'Tea', retention_seconds: undefined })).toBeNull();
    expect(whyNotChangeRoom(member, { retention_seconds: 60 })).toBe('forbidden');
  });

  test('owner and moderators give the room a new code', () => {
    expect([owner, moderator, member].map(whyNotRotate)).toEqual([null, null, 'forbidden']);
  });

  test('only the owner burns the room', () => {
    expect([owner, moderator, member].map(whyNotBurn)).toEqual([null, 'forbidden', 'forbidden']);
  });

  test('only the owner gives roles, and never to themselves', () => {
    expect(whyNotGiveRole(owner, member)).toBeNull();
    expect(whyNotGiveRole(owner, moderator)).toBeNull();
    expect(whyNotGiveRole(owner, owner)).toBe('conflict');
    expect(whyNotGiveRole(moderator, member)).toBe('forbidden');
    expect(whyNotGiveRole(moderator, moderator)).toBe('forbidden');
    expect(whyNotGiveRole(member, owner)).toBe('forbidden');
  });

  test('the author changes a message up to the last millisecond of fifteen minutes', () => {
    const message = aMessage({ member_id: member.id, created_at: 1_000 });
    const windowMs = 15 * 60 * 1000;
    expect(whyNotEdit(member, message, 1_000)).toBeNull();
    expect(whyNotEdit(member, message, 1_000 + windowMs)).toBeNull();
    expect(whyNotEdit(member, message, 1_001 + windowMs)).toBe('forbidden');
  });

  test('nobody changes the message of another, or a deleted one', () => {
    const message = aMessage({ member_id: member.id });
    expect(whyNotEdit(owner, message, 1_000)).toBe('forbidden');
    expect(whyNotEdit(member, { ...message, deleted_by: 'author' }, 1_000)).toBe('forbidden');
    expect(whyNotEdit(member, { ...message, deleted_by: 'moderator' }, 1_000)).toBe('forbidden');
  });

  test('author, owner and moderators delete a message; another member does not', () => {
    const message = aMessage({ member_id: member.id });
    expect([owner, moderator, member].map((who) => whyNotDelete(who, message))).toEqual([null, null, null]);
    expect(whyNotDelete(aMember({ id: 'other' }), message)).toBe('forbidden');
  });

  test('slow mode holds members only', () => {
    const room = aRoom({ slow_mode_seconds: 30 });
    expect([owner, moderator, member].map((who) => slowModeSeconds(room, who))).toEqual([0, 0, 30]);
  });
});

describe('who gets the room when its owner goes', () => {
  const person = (id: string, role: 'moderator' | 'member', joined_at: number) => aMember({ id, role, joined_at });

  test('the longest-standing moderator, however long members have been there', () => {
    const heir = successor([person('a', 'member', 1), person('b', 'moderator', 9), person('c', 'moderator', 5)]);
    expect(heir?.id).toBe('c' as MemberId);
  });

  test('without a moderator, the longest-standing member', () => {
    expect(successor([person('a', 'member', 7), person('b', 'member', 3)])?.id).toBe('b' as MemberId);
  });

  test('nobody, when nobody is left', () => {
    expect(successor([])).toBeNull();
  });

  test('the same one, in whatever order the members are counted', () => {
    const people = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1 }),
        role: fc.constantFrom('moderator' as const, 'member' as const),
        joined_at: fc.nat(3),
      }),
      { selector: ({ id }) => id, minLength: 1 },
    );
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.double({ noNaN: true })), (given, random) => {
        const members = given.map((one) => aMember(one));
        const shuffled = members
          .map((one) => ({ one, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(successor(shuffled)).toEqual(successor(members));
      }),
      { seed },
    );
  });
});
