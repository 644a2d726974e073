import { makeSessionId, makeToken } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { checkWords } from './check-words.ts';
import { withinLimit } from './limit.ts';
import { hashToken } from './token.ts';

/** Starts a session for whoever asks. The token is given once and kept nowhere. */
export async function createSession(
  ports: Ports,
  network: string,
  nickname: string,
): Promise<{ token: string; session: Session }> {
  if (!ports.rules.settings().session_creation) {
    throw new Refusal('forbidden', { detail: 'This server takes no new people right now.' });
  }
  checkWords(ports, { nickname });
  await withinLimit(ports, 'session', network, 'Too many new sessions from this network.');
  const token = makeToken(ports.random);
  const nowMs = ports.clock.nowMs();
  const session: Session = {
    id: makeSessionId(ports.random),
    nickname,
    created_at: nowMs,
    last_used_at: nowMs,
    ban: null,
  };
  await ports.store.createSession(session, hashToken(token));
  await ports.audit.note({ event: 'session_created', actor: `session:${session.id}` });
  return { token, session };
}
