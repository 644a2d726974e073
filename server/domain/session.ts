import type { Ban, EpochMs, Session } from './types.ts';

export interface SessionLifetime {
  idleSeconds: number;
  maxSeconds: number;
}

/** A session ends after a time without use, and after a longer one in any case. */
export function sessionExpiresAt(
  session: Pick<Session, 'created_at' | 'last_used_at'>,
  lifetime: SessionLifetime,
): EpochMs {
  return Math.min(session.last_used_at + lifetime.idleSeconds * 1000, session.created_at + lifetime.maxSeconds * 1000);
}

/** Use is written down in steps of a minute at most, so that reading doesn't write each time. */
export function useIsWorthWriting(session: Session, lifetime: SessionLifetime, nowMs: EpochMs): boolean {
  const stepMs = Math.min(60_000, lifetime.idleSeconds * 100);
  return nowMs - session.last_used_at >= stepMs;
}

/** The ban that holds now, if there is one. */
export function banOf(session: Pick<Session, 'ban'>, nowMs: EpochMs): Ban | null {
  const { ban } = session;
  return ban === null || (ban.banned_until !== null && ban.banned_until <= nowMs) ? null : ban;
}
