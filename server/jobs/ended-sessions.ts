import { endSession } from '../actions/end-session.ts';
import type { Ports } from '../ports.ts';
import type { Job } from './scheduler.ts';

const BATCH = 200;

/** Sessions that have ended leave their rooms (which hands over what they owned) and are forgotten. */
export function endedSessionsJob(ports: Ports): Job {
  return {
    name: 'ended-sessions',
    everyMs: 60_000,
    async run() {
      const { store, clock, rules } = ports;
      for (;;) {
        const ended = await store.endedSessions(rules.session, clock.nowMs(), BATCH);
        for (const id of ended) await endSession(ports, id);
        if (ended.length < BATCH) return;
      }
    },
  };
}
