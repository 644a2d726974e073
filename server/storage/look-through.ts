import { sql } from 'kysely';
import type { RoomId, SessionId } from '../domain/types.ts';
import type { ListedRoom, ListedSession, LookThrough } from '../ports/operator-store.ts';
import type { BanStore } from './bans.ts';
import { banHolds } from './kept-out.ts';
import { messageById } from './messages.ts';
import { behind } from './paging.ts';
import { memberColumns, roomById, roomColumns, roomFromRow, sessionColumns, sessionFromRow } from './rows.ts';
import type { Database, RoomsTable, SessionsTable } from './schema.ts';

/** SQLite takes 32,766 values a statement; the ids of a page's candidates stay far below. */
const IDS_MAX = 10_000;

const roomCount = sql<number>`(select count(*) from members where members.session_id = sessions.id)`;

/** Counted once for all rooms where they are ordered by it, and for each room of a page where they aren't. */
const ORDERED = {
  member_count: sql<{
    room_id: RoomId;
    count: number;
  }>`(select room_id, count(*) as count from members group by room_id)`,
  open_reports: sql<{ room_id: RoomId; count: number }>`(
    select room_id, count(*) as count from reports where status = 'open' group by room_id)`,
};

/** What the operator lists and opens. Names are searched by `like`, which reads them all: 50,000 in about 10 ms. */
export function lookThrough(db: Database): Omit<LookThrough, keyof BanStore> {
  const rooms = () =>
    db
      .selectFrom('rooms')
      .select([
        ...roomColumns,
        'rooms.last_message_at',
        sql<number>`(select count(*) from members where members.room_id = rooms.id)`.as('member_count'),
        sql<number>`(select count(*) from reports where reports.room_id = rooms.id and reports.status = 'open')`.as(
          'open_reports',
        ),
      ]);

  return {
    async listRooms({ sort, order, query, after, limit }) {
      const isCounted = sort === 'member_count' || sort === 'open_reports';
      const key = isCounted ? 'coalesce(counted.count, 0)' : `rooms.${sort}`;
      const page = await db
        .selectFrom('rooms')
        .select('rooms.id')
        .$if(isCounted, (select) =>
          select.leftJoin(ORDERED[isCounted ? sort : 'member_count'].as('counted'), 'counted.room_id', 'rooms.id'),
        )
        .$if(query !== null, (select) =>
          select.where(({ or, eb, exists, selectFrom }) =>
            or([
              ...namedLike('rooms.name', query?.text ?? ''),
              ...(query?.code == null
                ? []
                : [
                    exists(
                      selectFrom('room_codes')
                        .select('room_codes.code')
                        .whereRef('room_codes.room_id', '=', 'rooms.id')
                        .where('room_codes.code', '=', query.code),
                    ),
                  ]),
              eb('rooms.id', '=', (query?.text ?? '') as RoomId),
            ]),
          ),
        )
        .$if(after !== null, (select) => select.where(behind(key, 'rooms.id', order, after)))
        .orderBy(sql.raw(key), order)
        .orderBy('rooms.id', order)
        .limit(limit)
        .execute();
      const ids = page.map((row) => row.id);
      const rows = ids.length === 0 ? [] : await rooms().where('rooms.id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, listedRoom(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },

    async listedRoom(code) {
      const row = await rooms()
        .innerJoin('room_codes', 'room_codes.room_id', 'rooms.id')
        .where('room_codes.code', '=', code)
        .executeTakeFirst();
      return row === undefined ? null : listedRoom(row);
    },

    async firstMembers(roomId, limit) {
      return db
        .selectFrom('members')
        .select(memberColumns)
        .where('room_id', '=', roomId)
        .orderBy(sql`case role when 'owner' then 0 when 'moderator' then 1 else 2 end`)
        .orderBy('joined_at')
        .limit(limit)
        .execute();
    },

    async anyMessage(id) {
      const message = await messageById(db, id);
      const room = message === null ? null : await roomById(db, message.room_id);
      return message === null || room === null ? null : { message, room };
    },

    async roomsAbove(retentionSeconds, limit) {
      const rows = await db
        .selectFrom('rooms')
        .select(roomColumns)
        .where('retention_seconds', '>', retentionSeconds)
        .limit(limit)
        .execute();
      return rows.map(roomFromRow);
    },

    async listSessions({ sort, order, query, only, after, limit, nowMs }) {
      const ids = Array.isArray(only) ? only.slice(0, IDS_MAX) : null;
      const rows = await db
        .selectFrom('sessions')
        .select([...sessionColumns, roomCount.as('room_count')])
        .$if(query !== null, (select) =>
          select.where(({ or, eb }) =>
            or([...namedLike('sessions.nickname', query ?? ''), eb('sessions.id', '=', (query ?? '') as SessionId)]),
          ),
        )
        .$if(only === 'banned', (select) => select.where(banHolds(nowMs)))
        .$if(ids !== null, (select) => select.where('sessions.id', 'in', ids ?? []))
        .$if(after !== null, (select) => select.where(behind(`sessions.${sort}`, 'sessions.id', order, after)))
        .orderBy(sql.raw(`sessions.${sort}`), order)
        .orderBy('sessions.id', order)
        .limit(limit)
        .execute();
      return rows.map(listedSession);
    },

    async findSession(id) {
      const row = await db.selectFrom('sessions').select(sessionColumns).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : sessionFromRow(row);
    },
  };
}

function listedRoom({
  member_count,
  open_reports,
  last_message_at,
  ...row
}: RoomsTable & { member_count: number; open_reports: number }): ListedRoom {
  return { room: roomFromRow(row), member_count, open_reports, last_message_at };
}

function listedSession({
  room_count,
  ...row
}: Omit<SessionsTable, 'token_hash'> & { room_count: number }): ListedSession {
  return { session: sessionFromRow(row), room_count };
}

/** `like` folds the case of ASCII only, so other letters are looked for as typed, small and capital. */
function namedLike(column: 'rooms.name' | 'sessions.nickname', text: string) {
  const first = text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  return [...new Set([text, text.toLowerCase(), text.toUpperCase(), first])].map(
    (variant) =>
      sql<boolean>`${sql.raw(column)} like ${`%${variant.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`,
  );
}
