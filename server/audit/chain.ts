import { createHash } from 'node:crypto';
import type { AuditEntry, EpochMs } from '../domain/types.ts';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash that an entry carries: SHA-256, in hex, of the JSON array [seq, at, event, actor, subject, details, previous],
 * where `details` is an object and `previous` the hash of the entry before.
 */
export function entryHash(
  { seq, at, event, actor, subject, details }: Omit<AuditEntry, 'hash'>,
  previous: string,
): string {
  const head = JSON.stringify([seq, timeOf(at), event, actor, subject]).slice(0, -1);
  return createHash('sha256')
    .update(`${head},${details},${JSON.stringify(previous)}]`)
    .digest('hex');
}

/** As text, so that a check needs no clock of ours and reads the same as the export. What is no time, somebody has altered. */
export function timeOf(at: EpochMs): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString();
}
