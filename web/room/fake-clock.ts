/** A clock that a test moves. Timers fire in the order of their time. */
import type { Clock } from './clock.ts';

export interface FakeClock extends Clock {
  /** Moves on by `ms`, firing what falls due on the way, each at its own time. */
  advance(ms: number): void;
}

export function fakeClock(startMs = Date.parse('2026-03-01T12:00:00.000Z')): FakeClock {
  let nowMs = startMs;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => nowMs,
    after(ms, callback) {
      const timer = { at: nowMs + Math.max(0, ms), callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const until = nowMs + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        nowMs = due.at;
        due.callback();
      }
      nowMs = until;
    },
  };
}
