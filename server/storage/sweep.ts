import { goneSince } from '../domain/retention.ts';
import type { EpochMs, RoomId } from '../domain/types.ts';
import type { Swept } from '../ports.ts';
import { newestGone, newestMadeBy } from './rooms.ts';
import { roomById } from './rows.ts';
import type { Database } from './schema.ts';

/** Rows a transaction deletes at most, so that a sweep holds nobody up for long. */
const BATCH = 500;

/** Deletes what has expired, room by room. Reactions go with their message, quotes of it lose their target. */
export async function sweepMessages(db: Database, nowMs: number): Promise<Swept> {
  const swept: Swept = { messages: 0, rooms: [] };
  // Only rooms in which something is stored; each is looked at by its oldest message (messages_by_seq).
  const rooms = await db.selectFrom('rooms').select('id').whereRef('last_seq', '>', 'expired_up_to_seq').execute();
  const behind = await db
    .selectFrom('rooms')
    .select('id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('messages')
          .select('messages.id')
          .whereRef('messages.room_id', '=', 'rooms.id')
          .whereRef('messages.seq', '<=', 'rooms.expired_up_to_seq'),
      ),
    )
    .execute();
  for (const id of new Set([...rooms, ...behind].map((room) => room.id))) {
    const result = await sweepRoom(db, id, nowMs);
    if (result === null) continue;
    swept.messages += result.deleted;
    swept.rooms.push({ room_id: id, up_to_seq: result.up_to_seq });
  }
  return swept;
}

async function sweepRoom(
  db: Database,
  id: RoomId,
  nowMs: number,
): Promise<{ up_to_seq: number; deleted: number } | null> {
  const room = await roomById(db, id);
  if (room === null) return null;
  const marked =
    (await newestGone(db, room, nowMs)) > room.expired_up_to_seq
      ? await markExpired(db, id, goneSince(room, nowMs))
      : undefined;
  const up_to_seq = marked?.expired_up_to_seq ?? room.expired_up_to_seq;
  let deleted = 0;
  for (;;) {
    const result = await db
      .deleteFrom('messages')
      .where('id', 'in', (query) =>
        query.selectFrom('messages').select('id').where('room_id', '=', id).where('seq', '<=', up_to_seq).limit(BATCH),
      )
      .executeTakeFirst();
    deleted += Number(result.numDeletedRows);
    if (result.numDeletedRows < BATCH) break;
  }
  return deleted > 0 ? { up_to_seq, deleted } : null;
}

/** In one statement, which never lowers the mark: another process may send to the room or change it at the same time. */
function markExpired(db: Database, id: RoomId, moment: EpochMs): Promise<{ expired_up_to_seq: number } | undefined> {
  return db
    .updateTable('rooms')
    .set({ expired_up_to_seq: newestMadeBy(moment) })
    .where('id', '=', id)
    .where('expired_up_to_seq', '<', newestMadeBy(moment))
    .returning('expired_up_to_seq')
    .executeTakeFirst();
}
