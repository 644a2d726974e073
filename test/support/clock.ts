import type { ChildProcess } from 'node:child_process';

/** The clock of a server process, moved from outside; see shifted-clock.ts. */
export interface TestClock {
  nowMs(): number;
  /** Resolves when the server’s clock stands there. A held clock stays held. */
  advance(ms: number): Promise<void>;
  /** Stops the clock, so that a boundary can be met to the millisecond. */
  hold(): Promise<void>;
  run(): Promise<void>;
  /** `TEST_CLOCK` of another process that is to have the same time. */
  setting(): string;
}

export interface ClockWire extends TestClock {
  connect(child: ChildProcess): void;
}

/** A clock that outlives the server processes that it is connected to: a restarted server goes on at the same time. */
export function createClock(): ClockWire {
  let offsetMs = 0;
  let heldAtMs: number | null = null;
  let orders = 0;
  let connected: ChildProcess | null = null;

  function carryOut(): Promise<void> {
    const child = connected;
    if (!child?.connected) return Promise.resolve();
    orders += 1;
    const order = orders;
    return new Promise((resolve, reject) => {
      const onExit = () => reject(new Error('the server ended before its clock could be moved'));
      const onMessage = (message: unknown) => {
        if ((message as { order?: number }).order !== order) return;
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve();
      };
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.send({ offsetMs, heldAtMs, order });
    });
  }

  return {
    nowMs: () => heldAtMs ?? Date.now() + offsetMs,
    async advance(ms) {
      if (heldAtMs === null) offsetMs += ms;
      else heldAtMs += ms;
      await carryOut();
    },
    async hold() {
      heldAtMs = this.nowMs();
      await carryOut();
    },
    async run() {
      if (heldAtMs !== null) offsetMs = heldAtMs - Date.now();
      heldAtMs = null;
      await carryOut();
    },
    setting: () => JSON.stringify({ offsetMs, heldAtMs }),
    connect(child) {
      connected = child;
    },
  };
}
