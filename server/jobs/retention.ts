import { sweep } from '../actions/sweep.ts';
import type { Ports } from '../ports.ts';
import type { Job } from './scheduler.ts';

/** Each minute: what has expired is deleted for good. */
export function retentionJob(ports: Ports, onSwept: (messages: number) => void): Job {
  return {
    name: 'retention',
    everyMs: 60_000,
    async run() {
      const { messages } = await sweep(ports);
      onSwept(messages);
    },
  };
}
