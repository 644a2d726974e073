import { sql } from 'kysely';
import { entryHash, GENESIS } from '../audit/chain.ts';
import type { AuditDraft, AuditEntry } from '../domain/types.ts';
import { nextTurn } from '../next-turn.ts';
import type { AuditLink, AuditStore } from '../ports/operator-store.ts';
import type { Database, Executor } from './schema.ts';

/** So that cutting a long log holds nobody up. */
const TRIMMED_AT_ONCE = 500;

export function auditStore(db: Database): AuditStore {
  return {
    async appendAudit(given, at, known = null) {
      return db.transaction().execute(async (transaction) => {
        const newest = await transaction
          .selectFrom('audit')
          .select(['seq', 'hash'])
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst();
        let { seq, hash } = newest ?? (await anchor(transaction));
        const drafts = (await holds(transaction, known)) ? given : [differs(known), ...given];
        const entries = drafts.map(({ event, actor, subject = null, details = {} }): AuditEntry => {
          const entry = { seq: seq + 1, at, event, actor, subject, details: JSON.stringify(details) };
          ({ seq, hash } = { seq: entry.seq, hash: entryHash(entry, hash) });
          return { ...entry, hash };
        });
        await transaction.insertInto('audit').values(entries).execute();
        const last = entries.at(-1);
        if (last === undefined) throw new Error('Nothing was given to be added to the audit log');
        return last;
      });
    },

    async auditEntries({ event, actor, fromMs, toMs }, order, after, limit) {
      const from = fromMs === undefined ? null : await edgeOf(db, 'from', fromMs);
      const to = toMs === undefined ? null : await edgeOf(db, 'to', toMs);
      // By seq, or by audit_by_event or audit_by_actor, both of which hold it as well.
      return db
        .selectFrom('audit')
        .selectAll()
        .$if(event !== undefined, (query) => query.where('event', '=', event ?? 'login'))
        .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
        .$if(from !== null, (query) => query.where('seq', '>=', from ?? 0))
        .$if(to !== null, (query) => query.where('seq', '<=', to ?? 0))
        .$if(after !== null, (query) => query.where('seq', order === 'desc' ? '<' : '>', after ?? 0))
        .orderBy('seq', order)
        .limit(limit)
        .execute();
    },

    async auditEntry(seq) {
      return (await db.selectFrom('audit').selectAll().where('seq', '=', seq).executeTakeFirst()) ?? null;
    },

    auditAnchor: () => anchor(db),

    async oldEndOfAudit(atMs) {
      // Not the newest old one: a clock that was wrong for a while makes old ones among the young.
      const young = await db
        .selectFrom('audit')
        .select('seq')
        .where(sql`+at`, '>=', atMs)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      const last = await db
        .selectFrom('audit')
        .select(['seq', 'hash'])
        .$if(young !== undefined, (query) => query.where('seq', '<', young?.seq ?? 0))
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return last ?? null;
    },

    async trimAudit({ seq, hash }) {
      await db
        .insertInto('audit_anchor')
        .values({ id: 1, seq, hash })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ seq, hash }))
        .execute();
      for (;;) {
        const result = await db
          .deleteFrom('audit')
          .where('seq', 'in', (query) =>
            query.selectFrom('audit').select('seq').where('seq', '<=', seq).orderBy('seq').limit(TRIMMED_AT_ONCE),
          )
          .executeTakeFirst();
        if (result.numDeletedRows < TRIMMED_AT_ONCE) return;
        await nextTurn();
      }
    },
  };
}

/** A time as a place in the chain, by audit_by_time: reading through all entries for it would take half a second for a million. */
async function edgeOf(db: Executor, side: 'from' | 'to', atMs: number): Promise<number> {
  const row = await db
    .selectFrom('audit')
    .select('seq')
    .where('at', side === 'from' ? '>=' : '<=', atMs)
    .orderBy('at', side === 'from' ? 'asc' : 'desc')
    .orderBy('seq', side === 'from' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? (side === 'from' ? Number.MAX_SAFE_INTEGER : -1);
}

const differs = (known: AuditLink | null): AuditDraft => ({
  event: 'record_differs',
  actor: 'system',
  details: { seq: known?.seq ?? 0 },
});

/** Whether the chain holds the entry that somebody knows to be in it. */
async function holds(db: Executor, known: AuditLink | null): Promise<boolean> {
  if (known === null || known.seq <= (await anchor(db)).seq) return true;
  const there = await db.selectFrom('audit').select('hash').where('seq', '=', known.seq).executeTakeFirst();
  return there?.hash === known.hash;
}

async function anchor(db: Executor): Promise<{ seq: number; hash: string }> {
  const row = await db.selectFrom('audit_anchor').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirst();
  return row ?? { seq: 0, hash: GENESIS };
}
