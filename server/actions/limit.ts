import { Refusal } from '../domain/refusal.ts';
import type { LimitName, Ports } from '../ports.ts';

/** Counts a try, and refuses with `rate_limited` when it is one too many. */
export async function withinLimit(
  { limiter }: Pick<Ports, 'limiter'>,
  limit: LimitName,
  key: string,
  detail: string,
): Promise<void> {
  const { allowed, retryAfterSeconds } = await limiter.consume(limit, key);
  if (!allowed) throw new Refusal('rate_limited', { detail, retryAfterSeconds });
}
