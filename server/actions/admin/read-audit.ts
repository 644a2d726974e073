import type { Query } from '../../../protocol/routes.ts';
import type { AuditEntry } from '../../domain/types.ts';
import { nextTurn } from '../../next-turn.ts';
import type { AuditFilter } from '../../ports/operator-store.ts';
import type { Ports } from '../../ports.ts';
import { pageOf } from '../paging.ts';
import { actorOf, type Operator } from './authenticate-operator.ts';

/** An entry with the hash before it. */
export interface Linked {
  entry: AuditEntry;
  previous: string;
}

const EXPORTED_AT_ONCE = 200;

export async function listAudit(
  ports: Ports,
  { cursor, limit, ...query }: Query<'adminAudit'>,
): Promise<{ items: Linked[]; next_cursor: string | null }> {
  const page = await pageOf(
    (after, size) => ports.store.auditEntries(filterOf(query), 'desc', after?.key ?? null, size),
    cursor,
    limit,
    ({ seq }) => `${seq}.-`,
  );
  return { ...page, items: await linked(ports, page.items) };
}

/** All of it as it is now, oldest first, some at a time. That it was taken is written down first. */
export async function* exportAudit(
  ports: Ports,
  operator: Operator,
  query: Query<'adminAuditExport'>,
): AsyncGenerator<Linked[]> {
  await ports.audit.note({ event: 'audit_exported', actor: actorOf(operator) });
  const filter = filterOf(query);
  let after = 0;
  for (;;) {
    const entries = await ports.store.auditEntries(filter, 'asc', after, EXPORTED_AT_ONCE);
    yield await linked(ports, entries);
    await nextTurn();
    const last = entries.at(-1);
    if (last === undefined || entries.length < EXPORTED_AT_ONCE) return;
    after = last.seq;
  }
}

/** In either order: most of the hashes before stand in the same page. */
async function linked({ store }: Ports, entries: AuditEntry[]): Promise<Linked[]> {
  const anchor = await store.auditAnchor();
  const known = new Map([anchor, ...entries].map(({ seq, hash }) => [seq, hash]));
  const items: Linked[] = [];
  for (const entry of entries) {
    const before = entry.seq - 1;
    items.push({ entry, previous: known.get(before) ?? (await store.auditEntry(before))?.hash ?? '' });
  }
  return items;
}

function filterOf({ event, actor, from, to }: Query<'adminAuditExport'>): AuditFilter {
  return {
    event,
    actor,
    fromMs: from === undefined ? undefined : Date.parse(from),
    toMs: to === undefined ? undefined : Date.parse(to),
  };
}
