import { printCount } from '../shell/numbers.ts';

/** `1 message`, `1,284 messages` */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${printCount(value)} ${value === 1 ? one : many}`;

/** `a31f…7c09`: enough to tell the rows of a page apart. */
export const shortId = (id: string): string => (id.length <= 10 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`);
