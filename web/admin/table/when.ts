/** Times in the narrow columns of the panel: 24 hours, local. */
import { startOfDay, timeOfDay } from '../../room/time.ts';

const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const toTheSecond = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `today`, `yesterday`, `12 May`, in another year `12 May 2025`. */
export function shortDay(ms: number, nowMs: number): string {
  const today = startOfDay(nowMs);
  if (startOfDay(ms) === today) return 'today';
  if (startOfDay(ms) === startOfDay(today - 1)) return 'yesterday';
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? dayOfYear : dayAndYear).format(ms);
}

/** `14:02` today, `yesterday 14:02`, `12 May 14:02`, in another year `12 May 2025`. */
export function shortTime(ms: number, nowMs: number): string {
  const day = shortDay(ms, nowMs);
  if (day === 'today') return timeOfDay(ms);
  return new Date(ms).getFullYear() === new Date(nowMs).getFullYear() ? `${day} ${timeOfDay(ms)}` : day;
}

/** `14:02:08` today, else with the day: `12 May 14:02:08`. */
export function shortSeconds(ms: number, nowMs: number): string {
  const day = shortDay(ms, nowMs);
  return day === 'today' ? toTheSecond.format(ms) : `${day} ${toTheSecond.format(ms)}`;
}

/** `12 May 2026, 14:02:08` */
export function fullTime(ms: number): string {
  return `${dayAndYear.format(ms)}, ${toTheSecond.format(ms)}`;
}

/** `now`, `6 min`, `3 h`, `12 d`: the largest unit is enough to see what waits longest. */
export function age(ms: number, nowMs: number): string {
  const passed = nowMs - ms;
  if (passed < MINUTE) return 'now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h`;
  return `${Math.floor(passed / DAY)} d`;
}
