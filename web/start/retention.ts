/** How long messages stay, as people choose and read it. */
import { RETENTION_SECONDS } from '../../protocol/limits.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const UNITS = { minutes: MINUTE, hours: HOUR, days: DAY } as const;
export type Unit = keyof typeof UNITS;

/** The usual choices, in seconds as the value. */
export const USUAL_RETENTIONS = [
  { value: String(HOUR), label: '1 h' },
  { value: String(DAY), label: '24 h' },
  { value: String(7 * DAY), label: '7 d' },
  { value: String(30 * DAY), label: '30 d' },
] as const;

/** The usual choices that this server allows. */
export const usualRetentions = (maxSeconds: number) =>
  USUAL_RETENTIONS.filter(({ value }) => Number(value) <= maxSeconds);

/** Seconds for `90` and `minutes`, or null where that is no number or not between a minute and the longest time. */
export function readRetention(typed: string, unit: Unit, maxSeconds: number = RETENTION_SECONDS.max): number | null {
  if (!/^\d{1,6}$/.test(typed.trim())) return null;
  const seconds = Number(typed) * UNITS[unit];
  return seconds >= RETENTION_SECONDS.min && seconds <= maxSeconds ? seconds : null;
}

/** The largest unit in which the number stays whole: `5400` → 90 minutes. */
export function splitRetention(seconds: number): { amount: number; unit: Unit } {
  if (seconds % DAY === 0) return { amount: seconds / DAY, unit: 'days' };
  if (seconds % HOUR === 0) return { amount: seconds / HOUR, unit: 'hours' };
  return { amount: Math.round(seconds / MINUTE), unit: 'minutes' };
}

/** `90 min`, `24 h`, `7 d`. Odd seconds, which only other clients set, are written out: `90 s`. */
export function printRetention(seconds: number): string {
  if (seconds % DAY === 0 && seconds > DAY) return `${seconds / DAY} d`;
  if (seconds % HOUR === 0) return `${seconds / HOUR} h`;
  if (seconds % MINUTE === 0) return `${seconds / MINUTE} min`;
  return `${seconds} s`;
}

/** The same in words: `1 minute`, `90 minutes`, `365 days`. */
export function wordRetention(seconds: number): string {
  if (seconds % MINUTE !== 0) return `${seconds} seconds`;
  const { amount, unit } = splitRetention(seconds);
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
