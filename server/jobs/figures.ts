import type { FigureKeeper } from '../metrics/figures.ts';
import type { FiguresStore } from '../ports/operator-store.ts';
import type { Clock } from '../ports.ts';
import type { Job } from './scheduler.ts';

const KEPT_MS = 7 * 86_400_000;

/** Each minute: the server's figures are kept, for seven days. */
export function figuresJob(store: FiguresStore, figures: FigureKeeper, clock: Clock): Job {
  return {
    name: 'figures',
    everyMs: 60_000,
    async run() {
      await store.noteFigures(await figures.minute());
      await store.sweepFigures(clock.nowMs() - KEPT_MS);
    },
  };
}
