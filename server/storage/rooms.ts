import { type RawBuilder, sql } from 'kysely';
import type { RoomCode } from '../../protocol/room-code.ts';
import { goneSince } from '../domain/retention.ts';
import type { EpochMs, Room, RoomId } from '../domain/types.ts';
import type { Store } from '../ports.ts';
import { isBlocked } from './kept-out.ts';
import { memberColumns, memberRow, roomById, roomColumns, roomFromRow } from './rows.ts';
import type { Database, Executor } from './schema.ts';

type RoomStore = Pick<
  Store,
  'createRoom' | 'findRoom' | 'roomsOf' | 'changeRoom' | 'replaceCode' | 'burnRoom' | 'deleteEmptyRooms' | 'lastSeq'
>;

export function roomStore(db: Database): RoomStore {
  return {
    async createRoom(room, owner) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('rooms')
          .values({ ...room, locked: room.locked ? 1 : 0, last_message_at: 0 })
          .execute();
        await transaction.insertInto('room_codes').values({ code: room.code, room_id: room.id }).execute();
        await transaction.insertInto('members').values(memberRow(owner)).execute();
      });
    },

    async findRoom(code, sessionId, nowMs) {
      const row = await db
        .selectFrom('room_codes')
        .innerJoin('rooms', 'rooms.id', 'room_codes.room_id')
        .select(roomColumns)
        .where('room_codes.code', '=', code)
        .executeTakeFirst();
      if (row === undefined) return null;
      const member = await db
        .selectFrom('members')
        .select(memberColumns)
        .where('session_id', '=', sessionId)
        .where('room_id', '=', row.id)
        .executeTakeFirst();
      const blocked = member === undefined && (await isBlocked(db, row.id, sessionId, nowMs));
      return { room: roomFromRow(row), member: member ?? null, codeIsCurrent: row.code === code, blocked };
    },

    async roomsOf(sessionId) {
      // In one look: a code that is replaced between two would be shown to who was put out with it.
      const rows = await db
        .selectFrom('members')
        .innerJoin('rooms', 'rooms.id', 'members.room_id')
        .select(roomColumns)
        .select([
          'members.id as member_id',
          'members.session_id',
          'members.nickname',
          'members.role',
          'members.joined_at',
        ])
        .where('members.session_id', '=', sessionId)
        .orderBy('members.joined_at')
        .execute();
      return rows.map(({ member_id, session_id, nickname, role, joined_at, ...room }) => ({
        room: roomFromRow(room),
        member: { id: member_id, room_id: room.id, session_id, nickname, role, joined_at },
      }));
    },

    async changeRoom(id, changes, nowMs) {
      return db.transaction().execute(async (transaction) => {
        const before = await roomById(transaction, id);
        if (before === null) return null;
        const { locked, ...rest } = changes;
        const expired = await newestGone(transaction, before, nowMs);
        const shortened = await newestGone(transaction, { ...before, ...defined(rest) }, nowMs);
        await transaction
          .updateTable('rooms')
          .set({
            ...defined(rest),
            ...(locked === undefined ? {} : { locked: locked ? (1 as const) : (0 as const) }),
            expired_up_to_seq: Math.max(before.expired_up_to_seq, expired, shortened),
          })
          .where('id', '=', id)
          .execute();
        return roomById(transaction, id);
      });
    },

    replaceCode: (id, code) => db.transaction().execute((transaction) => setCode(transaction, id, code)),

    async burnRoom(id) {
      await db.deleteFrom('rooms').where('id', '=', id).execute();
    },

    async deleteEmptyRooms() {
      const result = await db
        .deleteFrom('rooms')
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('members').select('members.id').whereRef('members.room_id', '=', 'rooms.id'))),
        )
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('messages').select('messages.id').whereRef('messages.room_id', '=', 'rooms.id'))),
        )
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },

    async lastSeq(roomId) {
      const row = await db.selectFrom('rooms').select('last_seq').where('id', '=', roomId).executeTakeFirst();
      return row?.last_seq ?? 0;
    },
  };
}

/** The room's new code; the old one stays beside it for those who are in. */
export async function setCode(transaction: Executor, id: RoomId, code: RoomCode): Promise<Room | null> {
  await transaction.updateTable('rooms').set({ code }).where('id', '=', id).execute();
  const room = await roomById(transaction, id);
  if (room !== null) await transaction.insertInto('room_codes').values({ code, room_id: id }).execute();
  return room;
}

/** The newest `seq` that a room's retention has deleted by now; 0 where it has deleted nothing that is still stored. */
export async function newestGone(
  db: Executor,
  room: Pick<Room, 'id' | 'retention_seconds'>,
  nowMs: number,
): Promise<number> {
  const row = await db
    .selectFrom('rooms')
    .select(newestMadeBy(goneSince(room, nowMs)).as('seq'))
    .where('id', '=', room.id)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/**
 * The newest `seq` of a row of `rooms` whose message was made at or before this moment. One expression, so that no message
 * is committed between its two looks and taken for an old one.
 */
export function newestMadeBy(moment: EpochMs): RawBuilder<number> {
  // `created_at` rises with `seq`, so the newest gone one is the last of the older end (messages_by_seq).
  return sql<number>`coalesce((
    select messages.seq - 1 from messages
    where messages.room_id = rooms.id and messages.created_at > ${moment} order by messages.seq limit 1
  ), rooms.last_seq)`;
}

function defined<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: Exclude<Values[Key], undefined>;
  };
}
