/** How long ago something was, and until when it lasts, as people say it. */
import { startOfDay, timeOfDay } from './time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `just now`, `6 min ago`, `2 h ago`, `3 d ago` */
export function ago(ms: number, nowMs: number): string {
  const pastMs = nowMs - ms;
  if (pastMs < MINUTE_MS) return 'just now';
  if (pastMs < HOUR_MS) return `${Math.floor(pastMs / MINUTE_MS)} min ago`;
  if (pastMs < DAY_MS) return `${Math.floor(pastMs / HOUR_MS)} h ago`;
  return `${Math.floor(pastMs / DAY_MS)} d ago`;
}

/** `today 14:20`, `tomorrow 14:20`, `2 March 14:20`, in another year `2 March 2027` */
export function untilWhen(ms: number, nowMs: number): string {
  const day = startOfDay(ms);
  if (day === startOfDay(nowMs)) return `today ${timeOfDay(ms)}`;
  // Half a day on from midnight plus one is tomorrow, also where the clocks change between.
  if (day === startOfDay(startOfDay(nowMs) + 1.5 * DAY_MS)) return `tomorrow ${timeOfDay(ms)}`;
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return isThisYear ? `${dayOfYear.format(ms)} ${timeOfDay(ms)}` : dayAndYear.format(ms);
}
