import type { Message, MessageId, Report, SessionId } from '../domain/types.ts';
import type { ModerationStore, ReportInRoom } from '../ports/moderation-store.ts';
import { forgetDeparted, sessionBehind } from './departed.ts';
import { messageById } from './messages.ts';
import { behind } from './paging.ts';
import { roomById } from './rows.ts';
import type { Database, Executor, ReportsTable } from './schema.ts';

type ReportStore = Omit<ModerationStore, 'block' | 'unblock' | 'blocks'>;

export function reportStore(db: Database): ReportStore {
  return {
    async report(draft, reporter) {
      return db.transaction().execute(async (transaction) => {
        const first = await reportBy(transaction, draft.message.id, reporter);
        if (first !== null) return { report: first, fresh: false };
        const found = await messageById(transaction, draft.message.id);
        if (found === null || found.deleted_by !== null) return null;
        // What was said, and not who liked it: a thousand people's reactions are larger than any message.
        const message: Message = { ...found, reactions: [] };
        const author = await sessionBehind(transaction, message.room_id, message.member_id);
        const report: Report = { ...draft, message, author_session_id: author?.session_id ?? null };
        await transaction
          .insertInto('reports')
          .values({
            ...report,
            message: JSON.stringify(message),
            message_id: message.id,
            author_member_id: message.member_id,
            reporter_session_id: reporter,
          })
          .execute();
        return { report, fresh: true };
      });
    },

    reportBy: (messageId, reporter) => reportBy(db, messageId, reporter),

    async reports({ rooms, status, reason }, after, limit) {
      // Walks reports_by_status where a status is asked for, else reports_by_time.
      const rows = await db
        .selectFrom('reports')
        .selectAll()
        .$if(rooms !== undefined, (query) => query.where('room_id', 'in', rooms ?? []))
        .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'open'))
        .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? 'other'))
        .$if(after !== null, (query) => query.where(behind('created_at', 'id', 'desc', after)))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return withRooms(db, rows);
    },

    async findReport(id) {
      const row = await db.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst();
      const [found] = row === undefined ? [] : await withRooms(db, [row]);
      return found ?? null;
    },

    async closeReports(messageId, { nowMs, ...how }) {
      const rows = await db
        .updateTable('reports')
        .set({ ...how, resolved_at: nowMs })
        .where('message_id', '=', messageId)
        .where('status', '=', 'open')
        .returning('id')
        .execute();
      return rows.map((row) => row.id);
    },

    async noteReport(id, note) {
      const result = await db.updateTable('reports').set({ note }).where('id', '=', id).executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    async reportsOfMessage(messageId) {
      const row = await db
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('message_id', '=', messageId)
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async sweepModeration(reportsBefore, nowMs) {
      const reports = await db.deleteFrom('reports').where('created_at', '<=', reportsBefore).executeTakeFirst();
      const blocks = await db.deleteFrom('blocks').where('expires_at', '<=', nowMs).executeTakeFirst();
      return Number(reports.numDeletedRows + blocks.numDeletedRows) + (await forgetDeparted(db));
    },
  };
}

async function reportBy(db: Executor, messageId: MessageId, reporter: SessionId): Promise<Report | null> {
  const row = await db
    .selectFrom('reports')
    .selectAll()
    .where('message_id', '=', messageId)
    .where('reporter_session_id', '=', reporter)
    .executeTakeFirst();
  return row === undefined ? null : reportFromRow(row);
}

function reportFromRow({
  message,
  author_member_id: _,
  message_id: __,
  reporter_session_id: ___,
  ...row
}: ReportsTable): Report {
  return { ...row, message: JSON.parse(message) as Message };
}

async function withRooms(db: Executor, rows: ReportsTable[]): Promise<ReportInRoom[]> {
  const found = new Map<string, ReportInRoom['room'] | null>();
  for (const { room_id } of rows) if (!found.has(room_id)) found.set(room_id, await roomById(db, room_id));
  return rows.flatMap((row) => {
    const room = found.get(row.room_id) ?? null;
    return room === null ? [] : [{ report: reportFromRow(row), room }];
  });
}
