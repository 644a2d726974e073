import { sql } from 'kysely';
import type { EpochMs, RoomId, SessionId } from '../domain/types.ts';
import type { Executor } from './schema.ts';

/** Whether a session is kept out of a room now. */
export async function isBlocked(db: Executor, roomId: RoomId, sessionId: SessionId, nowMs: number): Promise<boolean> {
  const row = await db
    .selectFrom('blocks')
    .select('session_id')
    .where('room_id', '=', roomId)
    .where('session_id', '=', sessionId)
    .where(blockHolds(nowMs))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the operator has banned a session, and the ban still holds. */
export async function isBanned(db: Executor, sessionId: SessionId, nowMs: number): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .where(banHolds(nowMs))
    .executeTakeFirst();
  return row !== undefined;
}

/** Of a row of `blocks`. */
export const blockHolds = (nowMs: EpochMs) => sql<boolean>`(blocks.expires_at is null or blocks.expires_at > ${nowMs})`;

/** Of a row of `sessions`; walks sessions_by_ban. */
export const banHolds = (nowMs: EpochMs) =>
  sql<boolean>`sessions.banned_at is not null and (sessions.banned_until is null or sessions.banned_until > ${nowMs})`;
