import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Limiter, LimitName } from '../ports.ts';
import type { Limits } from './limits-setting.ts';

const ALLOWED: Allowance = { allowed: true, retryAfterSeconds: 0 };

/**
 * Limits of one node, in its memory; each key forgets itself when its time is over. `setRates` changes them while it runs: what
 * was counted under a rate that changes is forgotten.
 */
export function createMemoryLimiter(
  { rates }: Pick<Limits, 'rates'>,
  onRefused: (limit: LimitName | 'slow_mode') => void,
): Limiter & { setRates(rates: Limits['rates']): void } {
  const limiters = new Map<LimitName, RateLimiterMemory>();
  setRates(rates);

  function setRates(next: Limits['rates']): void {
    for (const [name, rate] of Object.entries(next) as [LimitName, Limits['rates'][LimitName]][]) {
      const now = limiters.get(name);
      if (rate === null) limiters.delete(name);
      else if (now?.points !== rate.points || now.duration !== rate.seconds) {
        limiters.set(name, new RateLimiterMemory({ keyPrefix: name, points: rate.points, duration: rate.seconds }));
      }
    }
  }

  const pacer = new RateLimiterMemory({ keyPrefix: 'pace', points: 1, duration: 1 });

  const refused = (limit: LimitName | 'slow_mode', waitMs: number): Allowance => {
    onRefused(limit);
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
  };

  return {
    setRates,
    async consume(limit, key) {
      try {
        await limiters.get(limit)?.consume(key);
        return ALLOWED;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refused(limit, refusal.msBeforeNext);
        throw refusal;
      }
    },
    async peek(limit, key) {
      const limiter = limiters.get(limit);
      const state = (await limiter?.get(key)) ?? null;
      if (limiter === undefined || state === null || state.msBeforeNext <= 0) return ALLOWED;
      return state.consumedPoints < limiter.points ? ALLOWED : refused(limit, state.msBeforeNext);
    },
    async giveBack(limit, key) {
      await limiters.get(limit)?.reward(key);
    },
    async pace(key, seconds) {
      if (seconds === 0) return ALLOWED;
      try {
        await pacer.consume(key, 1, { customDuration: seconds });
        return ALLOWED;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refused('slow_mode', refusal.msBeforeNext);
        throw refusal;
      }
    },
    async unpace(key) {
      await pacer.delete(key);
    },
  };
}
