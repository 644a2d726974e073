import type { Body } from '../../../protocol/routes.ts';
import { makeAdminSessionId, makeToken } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { AdminSession } from '../../domain/types.ts';
import type { Devices, Passwords, Totp } from '../../ports/credentials.ts';
import type { AdminCredentials } from '../../ports/operator-store.ts';
import type { Ports } from '../../ports.ts';
import { withinLimit } from '../limit.ts';
import { hashToken } from '../token.ts';
import type { Operator } from './authenticate-operator.ts';
import { useCode } from './use-code.ts';

/**
 * Signs an operator in. Whatever is wrong (the name, the password, the code), answer and time are the same; failed tries are
 * counted for the network and for the account, whether there is one or not; a browser that was signed in from before is counted by
 * itself, so that nobody else's tries keep the operator out.
 */
export async function signIn(
  ports: Ports & { passwords: Passwords; totp: Totp; devices: Devices },
  { network, device }: { network: string; device: string | null },
  order: Body<'adminLogin'>,
): Promise<Operator & { token: string; device: string }> {
  const username = order.username.trim().toLowerCase();
  const known = await ports.store.adminByName(username);
  const isKnownDevice = known !== null && ports.devices.belongsTo(device, known.admin.id);
  const counted = [
    `network:${network}`,
    `${isKnownDevice ? 'device' : 'account'}:${hashToken(isKnownDevice && device !== null ? device : username).toHex()}`,
  ];
  // Counted before it is looked at, so that tries side by side don't get around it; one that succeeds is taken back.
  for (const key of counted) await withinLimit(ports, 'login', key, 'Too many failed tries to sign in.');

  const takeBack = async () => {
    for (const key of counted) await ports.limiter.giveBack('login', key);
  };
  const right = await isRight(ports, known, order).catch(async (error: unknown) => {
    // Not theirs to answer for.
    await takeBack();
    throw error;
  });
  if (known === null || !right) {
    await ports.audit.note({
      event: 'login_failed',
      actor: 'system',
      subject: known === null ? 'operator:unknown' : `operator:${known.admin.id}`,
    });
    throw new Refusal('unauthenticated', { detail: 'The name, the password or the code is wrong.' });
  }
  await takeBack();

  const nowMs = ports.clock.nowMs();
  const token = makeToken(ports.random);
  const session: AdminSession = {
    id: makeAdminSessionId(ports.random),
    admin_id: known.admin.id,
    created_at: nowMs,
    last_used_at: nowMs,
    confirmed_at: nowMs,
  };
  await ports.store.createAdminSession(session, hashToken(token));
  await ports.audit.note({ event: 'login', actor: `operator:${known.admin.id}` });
  const now = await ports.store.adminById(known.admin.id);
  return { token, session, admin: now?.admin ?? known.admin, device: ports.devices.make(known.admin.id) };
}

async function isRight(
  ports: Ports & { passwords: Passwords; totp: Totp },
  known: AdminCredentials | null,
  { password, code }: Body<'adminLogin'>,
): Promise<boolean> {
  const rightPassword = await ports.passwords.verify(password, known?.passwordHash ?? null);
  if (known === null || !rightPassword) return false;
  return !known.admin.totp_enabled || (code !== undefined && useCode(ports, known, code));
}
