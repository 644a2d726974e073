import { describe, expect, test } from 'bun:test';
import { expiresAt, goneSince, isGone } from './retention.ts';
import { aMessage, aRoom, aSession } from './samples.ts';
import { sessionExpiresAt, useIsWorthWriting } from './session.ts';

describe('a message', () => {
  test('is there until the last millisecond of its time, and gone at the very moment it ends', () => {
    const room = aRoom({ retention_seconds: 60 });
    const message = aMessage({ created_at: 5_000 });
    expect(expiresAt(message, room)).toBe(65_000);
    expect(isGone(message, room, 64_999)).toBe(false);
    expect(isGone(message, room, 65_000)).toBe(true);
    expect(goneSince(room, 65_000)).toBe(5_000);
  });

  test('that a shorter time had deleted stays gone, whatever the time is now', () => {
    const room = aRoom({ retention_seconds: 31_536_000, expired_up_to_seq: 4 });
    expect(isGone(aMessage({ seq: 4, created_at: 5_000 }), room, 5_001)).toBe(true);
    expect(isGone(aMessage({ seq: 5, created_at: 5_000 }), room, 5_001)).toBe(false);
  });

  test('shows the end that its room gives it', () => {
    const message = aMessage({ created_at: 0 });
    expect(expiresAt(message, aRoom({ retention_seconds: 31_536_000 }))).toBe(31_536_000_000);
  });
});

describe('a session', () => {
  const lifetime = { idleSeconds: 7 * 86_400, maxSeconds: 30 * 86_400 };

  test('ends after seven days without use', () => {
    expect(sessionExpiresAt(aSession({ created_at: 0, last_used_at: 0 }), lifetime)).toBe(7 * 86_400_000);
    expect(sessionExpiresAt(aSession({ created_at: 0, last_used_at: 5_000 }), lifetime)).toBe(7 * 86_400_000 + 5_000);
  });

  test('ends after thirty days, however much it is used', () => {
    const used = aSession({ created_at: 0, last_used_at: 30 * 86_400_000 - 1 });
    expect(sessionExpiresAt(used, lifetime)).toBe(30 * 86_400_000);
  });

  test('has its use written down once a minute, and more often where it may end sooner', () => {
    const session = aSession({ last_used_at: 0 });
    expect(useIsWorthWriting(session, lifetime, 59_999)).toBe(false);
    expect(useIsWorthWriting(session, lifetime, 60_000)).toBe(true);
    const short = { idleSeconds: 2, maxSeconds: 60 };
    expect(useIsWorthWriting(session, short, 199)).toBe(false);
    expect(useIsWorthWriting(session, short, 200)).toBe(true);
  });
});
