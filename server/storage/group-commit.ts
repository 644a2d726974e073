import { Refusal } from '../domain/refusal.ts';

/** Waiting orders beyond this are refused with `unavailable`: a queue without an end would only hide that the disk is too slow. */
const QUEUE_MAX = 20_000;
const BATCH_MAX = 1_000;

export type Outcome<Result> = { ok: true; result: Result } | { ok: false; error: Error };

/**
 * Orders that arrive while a commit is under way go down together in the next one: one flush to disk serves them all.
 * Their promises settle in the order in which they came.
 *
 * @param commit does all orders of a batch in one transaction; rejects when none of them was committed
 */
export function groupCommit<Order, Result>(
  commit: (orders: Order[]) => Promise<Outcome<Result>[]>,
): { submit(order: Order): Promise<Result>; idle(): Promise<void> } {
  let waiting: { order: Order; settle: (outcome: Outcome<Result>) => void }[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    // One turn of the event loop, so that all frames that have been read already share the commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_MAX);
      waiting = waiting.slice(BATCH_MAX);
      const outcomes = await commit(batch.map((entry) => entry.order)).catch((error: Error) =>
        batch.map(() => ({ ok: false as const, error })),
      );
      batch.forEach((entry, index) => {
        entry.settle(outcomes[index] ?? { ok: false, error: new Error('A commit gave fewer outcomes than orders') });
      });
    }
    running = null;
  }

  return {
    submit(order) {
      if (waiting.length >= QUEUE_MAX) return Promise.reject(new Refusal('unavailable', { retryAfterSeconds: 1 }));
      return new Promise((resolve, reject) => {
        waiting.push({
          order,
          settle: (outcome) => (outcome.ok ? resolve(outcome.result) : reject(outcome.error)),
        });
        running ??= run();
      });
    },
    /** Resolves when nothing waits any more. */
    async idle() {
      while (running !== null) await running;
    },
  };
}
