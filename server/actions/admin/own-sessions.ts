import { CONFIRMED_FOR_MS } from '../../domain/operator-session.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { AdminSessionId, EpochMs } from '../../domain/types.ts';
import type { Passwords } from '../../ports/credentials.ts';
import type { Ports } from '../../ports.ts';
import { withinLimit } from '../limit.ts';
import { actorOf, type Operator } from './authenticate-operator.ts';

/** Ends the session that asks. */
export async function signOut(ports: Ports, operator: Operator): Promise<void> {
  await ports.store.deleteAdminSession(operator.admin.id, operator.session.id);
  await ports.audit.note({ event: 'logout', actor: actorOf(operator) });
}

/** Ends any session of this operator. */
export async function revokeSession(ports: Ports, operator: Operator, id: string): Promise<void> {
  if (!(await ports.store.deleteAdminSession(operator.admin.id, id as AdminSessionId))) {
    throw new Refusal('not_found', { detail: 'There is no such session.' });
  }
  await ports.audit.note({
    event: 'admin_session_revoked',
    actor: actorOf(operator),
    subject: `admin_session:${id}`,
  });
}

/** The password once more; for a while, what can't be undone is allowed. @returns until when */
export async function confirmPassword(
  ports: Ports & { passwords: Passwords },
  operator: Operator,
  password: string,
): Promise<EpochMs> {
  // A key of its own: who has stolen a session can't keep the operator from signing in.
  const key = `confirm:${operator.session.id}`;
  await withinLimit(ports, 'login', key, 'Too many wrong passwords.');
  const known = await ports.store.adminById(operator.admin.id);
  if (!(await ports.passwords.verify(password, known?.passwordHash ?? null))) {
    await ports.audit.note({ event: 'login_failed', actor: 'system', subject: actorOf(operator) });
    throw new Refusal('invalid_request', {
      detail: 'The password is wrong.',
      errors: [{ path: 'password', message: 'The password is wrong.' }],
    });
  }
  await ports.limiter.giveBack('login', key);
  const nowMs = ports.clock.nowMs();
  await ports.store.confirmAdminSession(operator.session.id, nowMs);
  await ports.audit.note({ event: 'password_confirmed', actor: actorOf(operator) });
  return nowMs + CONFIRMED_FOR_MS;
}
