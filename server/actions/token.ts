import { createHash } from 'node:crypto';

/** For tokens and recovery codes: so many random bits need no slow hash, nobody can try them out. */
export function hashToken(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
