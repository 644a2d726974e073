import { banOf } from '../domain/session.ts';
import type { RoomId, SessionId } from '../domain/types.ts';
import { sessionColumns, sessionFromRow } from './rows.ts';
import type { Executor } from './schema.ts';

/** Whether a session is kept out of a room now. */
export async function isBlocked(db: Executor, roomId: RoomId, sessionId: SessionId, nowMs: number): Promise<boolean> {
  const row = await db
    .selectFrom('blocks')
    .select('session_id')
    .where('room_id', '=', roomId)
    .where('session_id', '=', sessionId)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', nowMs)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the operator has banned a session, and the ban still holds. */
export async function isBanned(db: Executor, sessionId: SessionId, nowMs: number): Promise<boolean> {
  const row = await db.selectFrom('sessions').select(sessionColumns).where('id', '=', sessionId).executeTakeFirst();
  return row !== undefined && banOf(sessionFromRow(row), nowMs) !== null;
}
