import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Limiter, LimitName } from '../ports.ts';
import type { Limits } from './limits-setting.ts';

const ALLOWED: Allowance = { allowed: true, retryAfterSeconds: 0 };

/** Limits of one node, in its memory; each key forgets itself when its time is over. */
export function createMemoryLimiter(limits: Limits, onRefused: (limit: LimitName | 'slow_mode') => void): Limiter {
  const limiters = new Map<LimitName, RateLimiterMemory>();
  for (const [name, rate] of Object.entries(limits.rates) as [LimitName, Limits['rates'][LimitName]][]) {
    if (rate !== null) {
      limiters.set(name, new RateLimiterMemory({ keyPrefix: name, points: rate.points, duration: rate.seconds }));
    }
  }
  const pacer = new RateLimiterMemory({ keyPrefix: 'pace', points: 1, duration: 1 });

  const refused = (limit: LimitName | 'slow_mode', waitMs: number): Allowance => {
    onRefused(limit);
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
  };

  return {
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
