/** Lengths of time as the operator types them. */
import { UNITS } from '../../start/retention.ts';
import { readCount } from './count.ts';

export const SPAN_UNITS = { seconds: 1, ...UNITS } as const;
export type SpanUnit = keyof typeof SPAN_UNITS;

/** As typed: nothing says yet that the amount is a number. */
export interface Span {
  amount: string;
  unit: SpanUnit;
}

/** The largest unit in which the number stays whole: `5400` → 90 minutes. */
export function toSpan(seconds: number): Span {
  for (const unit of ['days', 'hours', 'minutes'] as const) {
    if (seconds % SPAN_UNITS[unit] === 0) return { amount: String(seconds / SPAN_UNITS[unit]), unit };
  }
  return { amount: String(seconds), unit: 'seconds' };
}

/** Seconds; null where the amount is no whole number. */
export function readSpan({ amount, unit }: Span): number | null {
  const count = readCount(amount);
  return count === null ? null : count * SPAN_UNITS[unit];
}

/** `1 hour`, `30 days`. */
export function printSpan(seconds: number): string {
  const { amount, unit } = toSpan(seconds);
  return `${amount} ${amount === '1' ? unit.slice(0, -1) : unit}`;
}
