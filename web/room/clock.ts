/** Time and timers as an argument, so that a test can move them and the page can correct a wrong clock. */
export interface Clock {
  /** Milliseconds since 1970, as the server counts them. */
  now(): number;
  /** Calls back once after that many milliseconds; the answer takes it back. */
  after(ms: number, callback: () => void): () => void;
}

/** @param skewMs what the server's clock is ahead of this device's. */
export function browserClock(skewMs: () => number): Clock {
  return {
    now: () => Date.now() + skewMs(),
    after(ms, callback) {
      // Longer than 2^31 ms would fire at once; whoever set it looks at the time again when it fires.
      const timer = setTimeout(callback, Math.min(ms, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  };
}
