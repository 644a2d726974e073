import { Refusal } from '../domain/refusal.ts';
import type { Passwords } from '../ports/credentials.ts';

/** argon2id with 32 MiB and three passes: above the 19 MiB and two that OWASP's Password Storage Cheat Sheet asks for. */
const ARGON2 = { algorithm: 'argon2id', memoryCost: 32 * 1024, timeCost: 3 } as const;

/** So many at once; more wait, so that a flood of tries doesn't take all memory. */
const AT_ONCE = 2;
const WAITING_MAX = 50;

export function createPasswords(): Passwords {
  let running = 0;
  const waiting: (() => void)[] = [];
  let dummy: Promise<string> | null = null;

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING_MAX) throw new Refusal('unavailable', { retryAfterSeconds: 5 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  const hash = (password: string) => inTurn(() => Bun.password.hash(password, ARGON2));
  return {
    hash,
    async verify(password, known) {
      // Made with the same costs, of a password that nobody knows.
      dummy ??= hash(crypto.randomUUID()).catch((error: unknown) => {
        dummy = null;
        throw error;
      });
      const against = known ?? (await dummy);
      return (await inTurn(() => Bun.password.verify(password, against))) && known !== null;
    },
  };
}
