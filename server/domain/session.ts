import type { EpochMs, Session } from './types.ts';

export interface SessionLifetime {
  idleSeconds: number;
  maxSeconds: number;
}

/** A session ends after a time without use, and after a longer one in any case. */
export function sessionExpiresAt(session: Session, lifetime: SessionLifetime): EpochMs {
  return Math.min(session.last_used_at + lifetime.idleSeconds * 1000, session.created_at + lifetime.maxSeconds * 1000);
}

/** Use is written down in steps of a minute at most, so that reading doesn't write each time. */
export function useIsWorthWriting(session: Session, lifetime: SessionLifetime, nowMs: EpochMs): boolean {
  const stepMs = Math.min(60_000, lifetime.idleSeconds * 100);
  return nowMs - session.last_used_at >= stepMs;
}
