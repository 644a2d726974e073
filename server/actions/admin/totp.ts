import { inFours, randomSymbols } from '../../../protocol/room-code.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Totp } from '../../ports/credentials.ts';
import type { Ports } from '../../ports.ts';
import { refusedField } from '../check-words.ts';
import { hashToken } from '../token.ts';
import { actorOf, type Operator } from './authenticate-operator.ts';
import { useCode } from './use-code.ts';

type TotpPorts = Ports & { totp: Totp };

const RECOVERY_CODES = 10;
/** Five bits a symbol: sixteen are 80. */
const RECOVERY_SYMBOLS = 16;

/** A secret for the authenticator. Nothing asks for a code before one has shown that it arrived there. */
export async function startTotp(ports: TotpPorts, { admin }: Operator): Promise<{ secret: string; uri: string }> {
  if (admin.totp_enabled) throw new Refusal('conflict', { detail: 'One-time codes are on already.' });
  const { secret, sealed } = await ports.totp.make();
  await ports.store.proposeTotp(admin.id, sealed);
  return { secret, uri: await ports.totp.uri(secret, admin.username) };
}

/** @returns ten recovery codes, which are shown once and kept as hashes */
export async function enableTotp(ports: TotpPorts, operator: Operator, code: string): Promise<string[]> {
  const known = await ports.store.adminById(operator.admin.id);
  if (known === null || known.admin.totp_enabled) {
    throw new Refusal('conflict', { detail: 'One-time codes are on already.' });
  }
  if (known.totpSecret === null || !(await useCode(ports, known, code))) {
    throw refusedField('code', 'That is not the code of this moment. Enter the next one.');
  }
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomSymbols(ports.random, RECOVERY_SYMBOLS));
  await ports.audit.note({ event: 'totp_enabled', actor: actorOf(operator) });
  await ports.store.enableTotp(operator.admin.id, codes.map(hashToken));
  return codes.map(inFours);
}

export async function disableTotp(ports: Ports, operator: Operator): Promise<void> {
  await ports.audit.note({ event: 'totp_disabled', actor: actorOf(operator) });
  await ports.store.disableTotp(operator.admin.id);
}
