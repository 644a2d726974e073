import { sql } from 'kysely';
import type { FiguresStore } from '../ports/operator-store.ts';
import type { Database } from './schema.ts';

const AVERAGED = [
  'sessions',
  'connected',
  'rooms',
  'messages_stored',
  'messages',
  'open_reports',
  'refused',
  'memory_bytes',
  'database_bytes',
] as const;

/** @param databaseBytes how much the database takes on the disk now */
export function figuresStore(db: Database, databaseBytes: () => number): FiguresStore {
  const count = async (table: 'sessions' | 'rooms'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };

  return {
    async counts() {
      const reports = await db
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('status', '=', 'open')
        .executeTakeFirstOrThrow();
      const stored = await db
        .selectFrom('rooms')
        .select(sql<number>`coalesce(sum(last_seq - expired_up_to_seq), 0)`.as('count'))
        .executeTakeFirstOrThrow();
      return {
        sessions: await count('sessions'),
        rooms: await count('rooms'),
        // `seq` has no gaps, so what is stored needn't be counted row by row.
        messages_stored: stored.count,
        open_reports: reports.count,
        database_bytes: databaseBytes(),
      };
    },

    async noteFigures(figures) {
      await db
        .insertInto('figures')
        .values(figures)
        .onConflict((conflict) => conflict.column('at').doUpdateSet(figures))
        .execute();
    },

    async figures(fromMs, toMs, stepMs) {
      return db
        .selectFrom('figures')
        .select(({ fn }) => [
          fn.max('at').as('at'),
          fn.max('event_loop_delay_ms').as('event_loop_delay_ms'),
          ...AVERAGED.map((name) => sql<number>`cast(round(avg(${sql.ref(name)})) as integer)`.as(name)),
        ])
        .where('at', '>', fromMs)
        .where('at', '<=', toMs)
        .groupBy(sql`(at - 1) / ${sql.lit(Math.round(stepMs))}`)
        .orderBy('at')
        .execute();
    },

    async sweepFigures(beforeMs) {
      await db.deleteFrom('figures').where('at', '<', beforeMs).execute();
    },
  };
}
