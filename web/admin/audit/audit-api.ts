import type { AuditCheck, AuditEntry, AuditEvent } from '../../../protocol/admin-objects.ts';
import { call } from '../../api.ts';
import type { ListPage } from '../table/use-pages.ts';

/** As the fields hold it; times as `datetime-local` has them, empty for any. */
export interface AuditFilter {
  event: AuditEvent | 'any';
  /** `system`, `operator:<id>`, `session:<id>`, `member:<id>`; empty for anyone. */
  actor: string;
  from: string;
  to: string;
}

export const ANYTHING: AuditFilter = { event: 'any', actor: '', from: '', to: '' };

export const auditKey = (filter: AuditFilter) => ['audit', filter] as const;

/** One page of the log, newest first. */
export async function listAudit(filter: AuditFilter, cursor: string | undefined): Promise<ListPage<AuditEntry>> {
  const query = auditQuery(filter);
  if (cursor !== undefined) query.set('cursor', cursor);
  const answer = await call<{ entries: AuditEntry[]; next_cursor: string | null }>('GET', `/api/admin/audit/?${query}`);
  return { rows: answer.entries, next_cursor: answer.next_cursor };
}

/** Where the entries that fit can be fetched as JSONL. */
export const exportPath = (filter: AuditFilter): string => `/api/admin/audit/export/?${auditQuery(filter)}`;

export const verifyAudit = () =>
  call<{ check: AuditCheck }>('GET', '/api/admin/audit/verify/').then(({ check }) => check);

/** The filter as the server takes it: only what is set, times in UTC. The last minute counts to its end. */
export function auditQuery({ event, actor, from, to }: AuditFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (event !== 'any') query.set('event', event);
  if (actor !== '') query.set('actor', actor);
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (!Number.isNaN(fromMs)) query.set('from', new Date(fromMs).toISOString());
  if (!Number.isNaN(toMs)) query.set('to', new Date(toMs + 59_999).toISOString());
  return query;
}

/** What somebody typed or pasted to find an actor: an id alone is a session’s. */
export function readActor(typed: string): string {
  const text = typed.trim();
  if (text === '' || text === 'system' || text.includes(':')) return text;
  return text.toLowerCase() === 'server' ? 'system' : `session:${text}`;
}
