import type { Ports } from '../ports.ts';
import { refusedField } from './check-words.ts';

/** @throws Refusal `invalid_request` where it is longer than the operator allows */
export function checkRetention({ rules }: Pick<Ports, 'rules'>, seconds: number | undefined): void {
  const { retention_max_seconds } = rules.settings();
  if (seconds !== undefined && seconds > retention_max_seconds) {
    throw refusedField('retention_seconds', `At most ${retention_max_seconds} seconds on this server.`);
  }
}
