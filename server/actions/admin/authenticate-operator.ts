import { adminSessionExpiresAt, confirmedUntil } from '../../domain/operator-session.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Admin, AdminSession } from '../../domain/types.ts';
import type { Ports } from '../../ports.ts';
import { hashToken } from '../token.ts';

export interface Operator {
  admin: Admin;
  session: AdminSession;
}

/** Use is written down in steps of this long. */
const TOUCH_MS = 60_000;

/**
 * The operator whose token this is.
 *
 * @param isUse whether the call counts as use of the session: not where a page asks by itself
 */
export async function authenticateOperator(
  ports: Ports,
  token: string | null,
  { isUse }: { isUse: boolean },
): Promise<Operator> {
  const found = token === null ? null : await ports.store.adminSessionByToken(hashToken(token));
  const nowMs = ports.clock.nowMs();
  if (found === null || adminSessionExpiresAt(found.session) <= nowMs) {
    throw new Refusal('unauthenticated', { detail: 'You are not signed in, or no longer.' });
  }
  if (isUse && nowMs - found.session.last_used_at >= TOUCH_MS)
    await ports.store.touchAdminSession(found.session.id, nowMs);
  return found;
}

/** @throws Refusal `confirmation_required` where the password was entered too long ago for what can't be undone */
export function requireConfirmed({ session }: Operator, nowMs: number): void {
  if (confirmedUntil(session, nowMs) === null) throw new Refusal('confirmation_required');
}

/** As the audit log names them. */
export const actorOf = ({ admin }: Operator): string => `operator:${admin.id}`;
