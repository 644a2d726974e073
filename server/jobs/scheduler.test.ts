import { afterEach, beforeEach, expect, jest, test } from 'bun:test';
import { schedule } from './scheduler.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A clock that the jobs go by, which goes with the timers unless it is set. */
function time() {
  const clock = {
    ms: 1_000_000,
    nowMs: () => clock.ms,
    async pass(seconds: number) {
      for (let n = 0; n < seconds; n++) {
        clock.ms += 1_000;
        jest.advanceTimersByTime(1_000);
        // What a job's promise set off runs before the next second.
        for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      }
    },
  };
  return clock;
}

const never = (job: string, error: unknown) => {
  throw new Error(`${job} failed: ${error}`);
};

test('each job runs when its time has come, and not before', async () => {
  const clock = time();
  const ran: string[] = [];
  const job = (name: string, everyMs: number) => ({ name, everyMs, run: async () => void ran.push(name) });
  const stop = schedule([job('slow', 5_000), job('fast', 2_000)], clock, never);
  await clock.pass(1);
  expect(ran).toEqual([]);
  await clock.pass(4);
  expect(ran).toEqual(['fast', 'fast', 'slow']);
  await stop();
});

test('a job that fails is told of, comes again at its next turn, and holds no other up', async () => {
  const clock = time();
  const told: string[] = [];
  let ran = 0;
  const stop = schedule(
    [
      { name: 'bad', everyMs: 1_000, run: () => Promise.reject(new Error('disk full')) },
      { name: 'good', everyMs: 1_000, run: async () => void ran++ },
    ],
    clock,
    (job, error) => told.push(`${job}: ${error instanceof Error ? error.message : error}`),
  );
  await clock.pass(3);
  expect(told).toEqual(Array(3).fill('bad: disk full'));
  expect(ran).toBe(3);
  await stop();
});

test('a job that is still running is not started twice', async () => {
  const clock = time();
  const runs: PromiseWithResolvers<void>[] = [];
  const long = {
    name: 'long',
    everyMs: 1_000,
    run() {
      const run = Promise.withResolvers<void>();
      runs.push(run);
      return run.promise;
    },
  };
  const stop = schedule([long], clock, never);
  await clock.pass(4);
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await clock.pass(2);
  expect(runs).toHaveLength(2);
  runs[1]?.resolve();
  await stop();
});

test('a machine that slept, or whose clock was set back, goes on at once', async () => {
  for (const jumpMs of [3_600_000, -3_600_000]) {
    const clock = time();
    let ran = 0;
    const stop = schedule([{ name: 'job', everyMs: 60_000, run: async () => void ran++ }], clock, never);
    await clock.pass(1);
    clock.ms += jumpMs;
    await clock.pass(1);
    expect(ran).toBe(1);
    await clock.pass(59);
    expect(ran).toBe(1);
    await clock.pass(1);
    expect(ran).toBe(2);
    await stop();
  }
});

test('stopping waits for what is under way and starts nothing more', async () => {
  const clock = time();
  const run = Promise.withResolvers<void>();
  let started = 0;
  const job = {
    name: 'job',
    everyMs: 1_000,
    run() {
      started += 1;
      return run.promise;
    },
  };
  const stop = schedule([job], clock, never);
  await clock.pass(1);
  let stopped = false;
  const stopping = stop().then(() => {
    stopped = true;
  });
  await clock.pass(5);
  expect([started, stopped]).toEqual([1, false]);
  run.resolve();
  await stopping;
  await clock.pass(5);
  expect(started).toBe(1);
});
