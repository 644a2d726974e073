import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Figures } from '../domain/types.ts';
import type { FiguresStore } from '../ports/operator-store.ts';
import type { Clock, Presence } from '../ports.ts';
import { createRolling } from './rolling.ts';

/** Counting a million rows takes a while: looked at again after this long. */
const COUNTED_FOR_MS = 5_000;

export interface FigureKeeper {
  messages(count: number): void;
  refused(): void;
  /** As it is now; counts of a minute are of the last 60 seconds. */
  now(): Promise<Figures>;
  /** The figures of this minute, for keeping. */
  minute(): Promise<Figures>;
}

/** What the server knows of itself, for the operator's dashboard. */
export function createFigures(
  store: Pick<FiguresStore, 'counts'>,
  presence: Pick<Presence, 'socketsBySession'>,
  clock: Clock,
): FigureKeeper {
  const messages = createRolling(clock.nowMs);
  const refused = createRolling(clock.nowMs);
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let counted: { atMs: number; counts: ReturnType<FiguresStore['counts']> } | null = null;

  function counts(): ReturnType<FiguresStore['counts']> {
    if (counted !== null && Math.abs(clock.nowMs() - counted.atMs) < COUNTED_FOR_MS) return counted.counts;
    counted = { atMs: clock.nowMs(), counts: store.counts() };
    counted.counts.catch(() => {
      counted = null;
    });
    return counted.counts;
  }

  async function now(): Promise<Figures> {
    return {
      at: clock.nowMs(),
      ...(await counts()),
      connected: (await presence.socketsBySession()).size,
      messages: messages.sum(),
      refused: refused.sum(),
      memory_bytes: process.memoryUsage.rss(),
      event_loop_delay_ms: Math.max(0, Math.round(delay.percentile(99) / 1e4) / 100),
    };
  }

  return {
    messages: messages.add,
    refused: () => refused.add(1),
    now,
    async minute() {
      const figures = await now();
      delay.reset();
      return figures;
    },
  };
}
