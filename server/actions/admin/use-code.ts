import { createHash } from 'node:crypto';
import type { Totp } from '../../ports/credentials.ts';
import type { AdminCredentials } from '../../ports/operator-store.ts';
import type { Ports } from '../../ports.ts';

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
  return ports.store.useRecoveryCode(admin.id, hashRecoveryCode(code));
}

/** 80 random bits need no slow hash. @param code without dashes */
export const hashRecoveryCode = (code: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(code).digest());
