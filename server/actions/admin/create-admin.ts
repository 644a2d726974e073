import { ADMIN_PASSWORD_CHARS } from '../../../protocol/limits.ts';
import { characters } from '../../../protocol/text.ts';
import { makeAdminId } from '../../domain/ids.ts';
import type { Passwords } from '../../ports/credentials.ts';
import type { Ports } from '../../ports.ts';

export interface NewAdmin {
  username: string;
  password: string;
  /** Gives an operator that is there a new password, in place of a new operator. */
  reset: boolean;
}

/**
 * Makes an operator, or gives one a new password: that ends their sessions and turns one-time codes off.
 *
 * @returns why not, as a sentence; null where it is done
 */
export async function createAdmin(
  ports: Pick<Ports, 'store' | 'audit' | 'clock' | 'random'> & {
    passwords: Passwords;
    isCommon(password: string): Promise<boolean>;
  },
  { username: typed, password, reset }: NewAdmin,
): Promise<string | null> {
  const username = typed.trim().toLowerCase();
  if (!/^[a-z0-9._-]{1,32}$/.test(username))
    return 'The name may hold a to z, 0 to 9, dot, dash and underscore; 1 to 32.';
  if (characters(password) < ADMIN_PASSWORD_CHARS.min)
    return `The password needs at least ${ADMIN_PASSWORD_CHARS.min} characters.`;
  if (password.length > ADMIN_PASSWORD_CHARS.max) return 'The password is too long.';
  if (password.toLowerCase().includes(username) && username.length > 3) return 'The password must not hold the name.';
  if (await ports.isCommon(password)) return 'That password is among the common ones. Take another.';

  const password_hash = await ports.passwords.hash(password);
  const id = reset
    ? await ports.store.resetAdmin(username, password_hash)
    : await newAdmin(ports, username, password_hash);
  if (id === null) {
    return reset ? `There is no operator "${username}".` : `There is an operator "${username}" already (see --reset).`;
  }
  await ports.audit.note({
    event: 'admin_created',
    actor: 'system',
    subject: `operator:${id}`,
    details: { reset },
  });
  return null;
}

async function newAdmin(
  ports: Pick<Ports, 'store' | 'clock' | 'random'>,
  username: string,
  password_hash: string,
): Promise<string | null> {
  const id = makeAdminId(ports.random);
  const made = await ports.store.createAdmin({ id, username, password_hash, created_at: ports.clock.nowMs() });
  return made ? id : null;
}
