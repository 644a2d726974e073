import type { AdminSession, EpochMs } from './types.ts';

const HOUR_MS = 3_600_000;

/** An operator is signed out after this long, whatever they do. */
export const ADMIN_SESSION_MAX_MS = 12 * HOUR_MS;
/** … and after this long without a call. */
export const ADMIN_SESSION_IDLE_MS = HOUR_MS / 2;
/** What can't be undone asks for the password when it was entered longer ago than this. */
export const CONFIRMED_FOR_MS = HOUR_MS / 4;

export function adminSessionExpiresAt(session: AdminSession): EpochMs {
  return Math.min(session.created_at + ADMIN_SESSION_MAX_MS, session.last_used_at + ADMIN_SESSION_IDLE_MS);
}

/** Until when the password counts as entered; null where it doesn't any more. */
export function confirmedUntil(session: AdminSession, nowMs: EpochMs): EpochMs | null {
  const untilMs = session.confirmed_at + CONFIRMED_FOR_MS;
  return untilMs > nowMs ? untilMs : null;
}
