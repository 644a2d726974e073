import type { Ban } from '../../../protocol/admin-objects.ts';
import { fullTime, shortTime } from '../table/when.ts';

/** How long a ban may last, in seconds as the value; empty: for good. */
export const BAN_TIMES = [
  { value: '3600', label: '1 h' },
  { value: '86400', label: '24 h' },
  { value: '604800', label: '7 d' },
  { value: '2592000', label: '30 d' },
  { value: '', label: 'For good' },
] as const;
export type BanTime = (typeof BAN_TIMES)[number]['value'];

/** Whether it still holds. */
export function holds(ban: Ban | null, nowMs: number): ban is Ban {
  return ban !== null && (ban.banned_until === null || Date.parse(ban.banned_until) > nowMs);
}

/** `Banned until 14:02`, `Banned until 12 May 14:02`, `Banned for good` */
export function printBan(ban: Ban, nowMs: number): string {
  return ban.banned_until === null
    ? 'Banned for good'
    : `Banned until ${shortTime(Date.parse(ban.banned_until), nowMs)}`;
}

/** With the day and the second, for the detail. */
export function printBanEnd(ban: Ban): string {
  return ban.banned_until === null ? 'never, unless you lift it' : fullTime(Date.parse(ban.banned_until));
}
