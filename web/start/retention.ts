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

/** Seconds for `90` and `minutes`, or null where that is no number or not between a minute and a year. */
export function readRetention(typed: string, unit: Unit): number | null {
  if (!/^\d{1,6}$/.test(typed.trim())) return null;
  const seconds = Number(typed) * UNITS[unit];
  return seconds >= RETENTION_SECONDS.min && seconds <= RETENTION_SECONDS.max ? seconds : null;
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
