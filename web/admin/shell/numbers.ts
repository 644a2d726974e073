/** Numbers as the panel prints them: `2,000`, `1.9 GB`, `12 d 4 h`. */

const WHOLE = new Intl.NumberFormat('en');
const ROUGH = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const BYTES = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `1284` → `1,284`. */
export const printCount = (count: number) => WHOLE.format(count);

/** A number of at most four digits and its unit, in powers of 1,000: `1_900_000_000` → `1.9` and `GB`. */
export function splitBytes(bytes: number): { amount: string; unit: string } {
  let amount = bytes;
  let step = 0;
  // 999.5 would be printed as 1,000 of the smaller unit.
  while (amount >= 999.5 && step < BYTES.length - 1) {
    amount /= 1_000;
    step += 1;
  }
  const shown = step === 0 || amount >= 99.95 ? WHOLE.format(Math.round(amount)) : ROUGH.format(amount);
  return { amount: shown, unit: BYTES[step] ?? 'B' };
}

/** `2.34` → `2.3`, `48.2` → `48`. */
export const printMilliseconds = (ms: number) => (ms < 10 ? ROUGH.format(ms) : WHOLE.format(Math.round(ms)));

/** The two largest parts of a length of time: `12 d 4 h`, `3 h 20 min`, `5 min`, `under a minute`. */
export function printUptime(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return join(`${days} d`, hours % 24, 'h');
  if (hours > 0) return join(`${hours} h`, minutes % 60, 'min');
  return minutes > 0 ? `${minutes} min` : 'under a minute';
}

const join = (large: string, rest: number, unit: string) => (rest === 0 ? large : `${large} ${rest} ${unit}`);
