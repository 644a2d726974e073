const BASE_MS = 500;
const CAP_MS = 15_000;

/**
 * How long to wait before try number `attempt` (0 is the first), in ms: exponential with full jitter, so that thousands
 * who lost the same server don't come back in step (https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/).
 */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 10)));
}
