import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Totp } from '../ports/credentials.ts';

const STEP_SECONDS = 30;
const DIGITS = 6;

/**
 * One-time codes (RFC 6238). In the database a secret lies sealed by AES-256-GCM under a key made of the server's secret: the
 * database alone, or a backup of it, gives nobody a code.
 */
export function createTotp(serverSecret: string): Totp {
  const key = Buffer.from(hkdfSync('sha256', serverSecret, '', 'bauta totp secret', 32));
  // Fetched when it is first needed: it takes six megabytes, and most servers have no operator who signs in.
  const library = () => import('otpauth');
  const codes = async (base32: string, label = '') => {
    const { Secret, TOTP } = await library();
    const secret = Secret.fromBase32(base32);
    return new TOTP({ issuer: 'Bauta', label, secret, digits: DIGITS, period: STEP_SECONDS });
  };

  return {
    async make() {
      const { Secret } = await library();
      const secret = new Secret({ size: 20 }).base32;
      return { secret, sealed: seal(key, secret) };
    },
    uri: async (secret, username) => (await codes(secret, username)).toString(),
    async stepOf(sealed, code, nowMs) {
      const secret = open(key, sealed);
      if (secret === null) return null;
      const delta = (await codes(secret)).validate({ token: code, timestamp: nowMs, window: 1 });
      return delta === null ? null : Math.floor(nowMs / 1000 / STEP_SECONDS) + delta;
    },
  };
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null where it was sealed under another secret: recovery codes are what is left then. */
function open(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
