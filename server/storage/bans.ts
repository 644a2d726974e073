import type { LookThrough } from '../ports/operator-store.ts';
import { banHolds } from './kept-out.ts';
import type { Database } from './schema.ts';

export type BanStore = Pick<LookThrough, 'banSession' | 'unbanSession' | 'membersBanned'>;

export function banStore(db: Database): BanStore {
  return {
    async banSession(id, { reason, ...ban }) {
      const result = await db
        .updateTable('sessions')
        .set({ ...ban, ban_reason: reason })
        .where('id', '=', id)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async unbanSession(id) {
      const result = await db
        .updateTable('sessions')
        .set({ banned_at: null, banned_until: null, ban_reason: null })
        .where('id', '=', id)
        .where('banned_at', 'is not', null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async membersBanned(nowMs, limit) {
      const rows = await db
        .selectFrom('sessions')
        .innerJoin('members', 'members.session_id', 'sessions.id')
        .select('members.id')
        .where(banHolds(nowMs))
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}
