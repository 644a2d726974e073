import type { Totp } from '../../ports/credentials.ts';
import type { AdminCredentials } from '../../ports/operator-store.ts';
import type { Ports } from '../../ports.ts';
import { hashToken } from '../token.ts';

/** Whether this is the authenticator's code, or a recovery code; either is taken once. */
export async function useCode(
  ports: Ports & { totp: Totp },
  { admin, totpSecret }: AdminCredentials,
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{6}$/.test(code)) {
    const step = totpSecret === null ? null : await ports.totp.stepOf(totpSecret, code, ports.clock.nowMs());
    return step !== null && (await ports.store.useTotpStep(admin.id, step));
  }
  return ports.store.useRecoveryCode(admin.id, hashToken(code));
}
