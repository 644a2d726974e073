import { makeSessionId, makeToken } from '../domain/ids.ts';
import type { Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { withinLimit } from './limit.ts';
import { hashToken } from './token.ts';

/** Starts a session for whoever asks. The token is given once and kept nowhere. */
export async function createSession(
  ports: Ports,
  network: string,
  nickname: string,
): Promise<{ token: string; session: Session }> {
  await withinLimit(ports, 'session', network, 'Too many new sessions from this network.');
  const token = makeToken(ports.random);
  const nowMs = ports.clock.nowMs();
  const session: Session = { id: makeSessionId(ports.random), nickname, created_at: nowMs, last_used_at: nowMs };
  await ports.store.createSession(session, hashToken(token));
  return { token, session };
}
