import { Refusal } from '../domain/refusal.ts';
import { banOf, sessionExpiresAt, useIsWorthWriting } from '../domain/session.ts';
import type { Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { hashToken } from './token.ts';

/** The live session of a token; writes down that it was used. */
export async function authenticate(
  ports: Ports,
  token: string | null,
  { mayBeBanned }: { mayBeBanned: boolean } = { mayBeBanned: false },
): Promise<Session> {
  const session = token === null ? null : await ports.store.sessionByToken(hashToken(token));
  const nowMs = ports.clock.nowMs();
  if (session === null || sessionExpiresAt(session, ports.rules.session) <= nowMs) {
    throw new Refusal('unauthenticated', { detail: 'There is no session, or it has ended.' });
  }
  if (banOf(session, nowMs) !== null && !mayBeBanned) {
    throw banned();
  }
  if (!useIsWorthWriting(session, ports.rules.session, nowMs)) return session;
  await ports.store.touchSession(session.id, nowMs);
  return { ...session, last_used_at: nowMs };
}

export const banned = () => new Refusal('banned', { detail: 'The operator of this server has banned this session.' });
