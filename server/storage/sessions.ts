import { sessionExpiresAt } from '../domain/session.ts';
import type { Session } from '../domain/types.ts';
import type { Store } from '../ports.ts';
import { sessionColumns, sessionFromRow, sessionRow } from './rows.ts';
import type { Database } from './schema.ts';

type SessionStore = Pick<
  Store,
  'createSession' | 'sessionByToken' | 'touchSession' | 'deleteSession' | 'endedSessions'
>;

export function sessionStore(db: Database): SessionStore {
  return {
    async createSession(session, tokenHash) {
      await db.insertInto('sessions').values(sessionRow(session, tokenHash)).execute();
    },

    async sessionByToken(tokenHash) {
      const row = await db
        .selectFrom('sessions')
        .select(sessionColumns)
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row === undefined ? null : sessionFromRow(row);
    },

    async touchSession(id, nowMs) {
      await db
        .updateTable('sessions')
        .set({ last_used_at: nowMs })
        .where('id', '=', id)
        .where('last_used_at', '<', nowMs)
        .execute();
    },

    async deleteSession(id) {
      const result = await db
        .deleteFrom('sessions')
        .where('id', '=', id)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('members').select('members.id').whereRef('members.session_id', '=', 'sessions.id'))),
        )
        .executeTakeFirst();
      if (result.numDeletedRows > 0n) return true;
      const there = await db.selectFrom('sessions').select('id').where('id', '=', id).executeTakeFirst();
      return there === undefined;
    },

    async endedSessions(lifetime, nowMs, limit) {
      // Two queries, so that each walks its own index (sessions_by_use, sessions_by_age).
      const columns = ['id', 'created_at', 'last_used_at'] as const;
      const idle = await db
        .selectFrom('sessions')
        .select(columns)
        .where('last_used_at', '<=', nowMs - lifetime.idleSeconds * 1000)
        .limit(limit)
        .execute();
      const old = await db
        .selectFrom('sessions')
        .select(columns)
        .where('created_at', '<=', nowMs - lifetime.maxSeconds * 1000)
        .limit(limit)
        .execute();
      const ended = (session: Pick<Session, 'created_at' | 'last_used_at'>) =>
        sessionExpiresAt(session, lifetime) <= nowMs;
      return [...new Set([...idle, ...old].filter(ended).map((session) => session.id))].slice(0, limit);
    },
  };
}
