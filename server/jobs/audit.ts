import type { Logger } from 'pino';
import type { AuditLog } from '../audit/audit-log.ts';
import { ADMIN_SESSION_IDLE_MS, ADMIN_SESSION_MAX_MS } from '../domain/operator-session.ts';
import type { LimitName, Ports } from '../ports.ts';
import type { Job } from './scheduler.ts';

/** Limits that were hit are gathered for a minute, so that a flood of tries is no flood of entries. */
export function limitsHit(audit: AuditLog): { job: Job; refused(limit: LimitName | 'slow_mode'): void } {
  let counts = new Map<string, number>();
  return {
    refused: (limit) => void counts.set(limit, (counts.get(limit) ?? 0) + 1),
    job: {
      name: 'limits-hit',
      everyMs: 60_000,
      async run() {
        const hit = counts;
        counts = new Map();
        for (const [limit, count] of hit) {
          await audit.note({ event: 'limit_hit', actor: 'system', details: { limit, count } });
        }
      },
    },
  };
}

/** Each hour: the newest hash goes to the server's log, the old end of the audit log and ended sign-ins go. */
export function auditJob(ports: Ports, audit: AuditLog, log: Logger): Job {
  return {
    name: 'audit',
    everyMs: 3_600_000,
    async run() {
      await audit.trim(ports.rules.settings().audit_days);
      const nowMs = ports.clock.nowMs();
      await ports.store.sweepAdminSessions(nowMs - ADMIN_SESSION_MAX_MS, nowMs - ADMIN_SESSION_IDLE_MS);
      log.info(await audit.newest(), 'audit log');
    },
  };
}
