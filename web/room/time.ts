/** Times as people here read them: 24 hours, local. */
const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayInYear = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

const parsed = new WeakMap<object, number>();

/** When a message was committed, in ms. Read once each: a long list asks for it often. */
export function createdMs(message: { created_at: string }): number {
  const known = parsed.get(message);
  if (known !== undefined) return known;
  const ms = Date.parse(message.created_at);
  parsed.set(message, ms);
  return ms;
}

/** `14:02` */
export const timeOfDay = (ms: number): string => clockTime.format(ms);

/** Midnight of that day in local time, in ms. */
export function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

/** `Today`, `Yesterday`, `Monday 2 March`, in another year `2 March 2025`. */
export function dayName(ms: number, nowMs: number): string {
  const today = startOfDay(nowMs);
  if (startOfDay(ms) === today) return 'Today';
  if (startOfDay(ms) === startOfDay(today - 1)) return 'Yesterday';
  const isThisYear = new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? dayInYear : dayAndYear).format(ms);
}

/** `today 14:20`, `yesterday 14:20`, `2 March 2025` */
export function dayAndTime(ms: number, nowMs: number): string {
  const day = dayName(ms, nowMs);
  return day === 'Today' || day === 'Yesterday' ? `${day.toLowerCase()} ${timeOfDay(ms)}` : day;
}

/** The two largest units: `23 h 41 min`, `6 d 23 h`, `12 s`. At least `1 s`. */
export function span(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair(hours, 'h', minutes % 60, 'min');
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

const pair = (large: number, unit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smallUnit}`;
