import type { Clock } from '../ports.ts';

export interface Job {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

/**
 * Runs each job when its time has come by the clock, which may jump (a machine that slept, a corrected clock). A job that fails
 * is told of and comes again at its next turn; a job that is still running is not started twice.
 *
 * @returns stops, when what is under way has ended
 */
export function schedule(
  jobs: Job[],
  clock: Clock,
  onError: (job: string, error: unknown) => void,
): () => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const startedMs = new Map<string, number>(jobs.map((job) => [job.name, clock.nowMs()]));

  const timer = setInterval(() => {
    const nowMs = clock.nowMs();
    for (const job of jobs) {
      const sinceMs = Math.abs(nowMs - (startedMs.get(job.name) ?? nowMs));
      if (running.has(job.name) || sinceMs < job.everyMs) continue;
      startedMs.set(job.name, nowMs);
      const run = job
        .run()
        .catch((error: unknown) => onError(job.name, error))
        .finally(() => running.delete(job.name));
      running.set(job.name, run);
    }
  }, 1_000);

  return async () => {
    clearInterval(timer);
    await Promise.all(running.values());
  };
}
