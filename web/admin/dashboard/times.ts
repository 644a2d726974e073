/** Times on the dashboard: 24 h, local. */
import type { Range } from '../queries.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric' });
const DAY_AND_CLOCK = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `19:32`. */
export const printClock = (atMs: number) => CLOCK.format(atMs);

/** With the day where the range is longer than one: `Tue 12, 19:32`. */
export const printMoment = (atMs: number, range: Range) => (range === '7d' ? DAY_AND_CLOCK : CLOCK).format(atMs);

/** Below the line of time: midnights by their day, where several days are shown. */
export function printMark(atMs: number, range: Range): string {
  const isMidnight = new Date(atMs).getHours() === 0 && new Date(atMs).getMinutes() === 0;
  return range === '7d' && isMidnight ? DAY.format(atMs) : CLOCK.format(atMs);
}
