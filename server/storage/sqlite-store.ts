import type { Database as Sqlite } from 'bun:sqlite';
import type { Appended, Clock, MessageDraft, Store } from '../ports.ts';
import { adminStore } from './admins.ts';
import { appendToSqlite } from './append.sqlite.ts';
import { auditStore } from './audit.ts';
import { banStore } from './bans.ts';
import { blockStore } from './blocks.ts';
import { figuresStore } from './figures.ts';
import { groupCommit } from './group-commit.ts';
import { lookThrough } from './look-through.ts';
import { memberStore } from './members.ts';
import { messageStore } from './messages.ts';
import { reportStore } from './reports.ts';
import { roomStore } from './rooms.ts';
import { sessionStore } from './sessions.ts';
import { settingsStore } from './settings.ts';
import type { OpenedSqlite } from './sqlite.ts';
import { sweepMessages } from './sweep.ts';

/** @param onCommit told how long each commit of messages took and how many went down in it */
export function createSqliteStore(
  { db, raw }: OpenedSqlite,
  clock: Clock,
  onCommit: (seconds: number, messages: number) => void,
): Store {
  const { appendAll, sentBefore } = appendToSqlite(raw, clock);
  const appends = groupCommit<MessageDraft, Appended>((drafts) =>
    // The one connection is Kysely's: asking it keeps the batch out of the middle of another transaction.
    db.connection().execute(async () => {
      const startedMs = performance.now();
      const outcomes = appendAll(drafts);
      onCommit((performance.now() - startedMs) / 1000, drafts.length);
      return outcomes;
    }),
  );

  // What the process before this one left is not known.
  let traces = true;
  /** `deleted` says whether an answer means that something was deleted; a failure may have come after a part of it. */
  const leavingTraces =
    <Values extends unknown[], Answer>(
      method: (...values: Values) => Promise<Answer>,
      deleted: (answer: Answer) => boolean = () => true,
    ) =>
    async (...values: Values): Promise<Answer> => {
      const answer = await method(...values).catch((error: unknown) => {
        traces = true;
        throw error;
      });
      traces ||= deleted(answer);
      return answer;
    };
  const sessions = sessionStore(db);
  const rooms = roomStore(db);
  const members = memberStore(db);
  const messages = messageStore(db);
  const blocks = blockStore(db);
  const reports = reportStore(db);
  const bans = banStore(db);
  const admins = adminStore(db);
  const settings = settingsStore(db);

  return {
    ...sessions,
    ...rooms,
    ...members,
    ...messages,
    ...blocks,
    ...reports,
    ...lookThrough(db),
    ...bans,
    ...admins,
    ...settings,
    ...figuresStore(db, () => sizeOf(raw)),
    ...auditStore(db),
    block: leavingTraces(blocks.block),
    unblock: leavingTraces(blocks.unblock, (done) => done),
    banSession: leavingTraces(bans.banSession, (done) => done),
    unbanSession: leavingTraces(bans.unbanSession, (done) => done),
    resetAdmin: leavingTraces(admins.resetAdmin),
    disableTotp: leavingTraces(admins.disableTotp),
    deleteAdminSession: leavingTraces(admins.deleteAdminSession, (done) => done),
    changeSettings: leavingTraces(settings.changeSettings),
    closeReports: leavingTraces(reports.closeReports, (ids) => ids.length > 0),
    noteReport: leavingTraces(reports.noteReport, (done) => done),
    sweepModeration: leavingTraces(reports.sweepModeration, (count) => count > 0),
    deleteSession: leavingTraces(sessions.deleteSession),
    changeRoom: leavingTraces(rooms.changeRoom),
    burnRoom: leavingTraces(rooms.burnRoom),
    deleteEmptyRooms: leavingTraces(rooms.deleteEmptyRooms, (count) => count > 0),
    leave: leavingTraces(members.leave, (left) => left !== null),
    editMessage: leavingTraces(messages.editMessage, (message) => message !== null),
    deleteMessage: leavingTraces(messages.deleteMessage),
    deleteMessagesOf: leavingTraces(messages.deleteMessagesOf),
    react: leavingTraces(messages.react),
    append: (draft) => appends.submit(draft),
    sentBefore: (...key) => db.connection().execute(async () => sentBefore(...key)),
    sweep: leavingTraces(
      (nowMs) => sweepMessages(db, nowMs),
      (swept) => swept.messages > 0,
    ),
    eraseDeleted: () =>
      db.connection().execute(async () => {
        // Not `secure_delete` alone: it zeroes rows where they stood last, but a page that SQLite has rebuilt keeps copies of
        // rows that moved away from it. About 6 ms a megabyte.
        if (traces) raw.run('vacuum');
        emptyLog(raw);
        traces = false;
      }),
    async check() {
      await db.selectFrom('rooms').select('id').limit(1).execute();
    },
    async close() {
      await appends.idle();
      // Beside a server that is busy it can't be emptied; that one does it with its next sweep.
      await db.connection().execute(async () => tryToEmptyLog(raw));
      await db.destroy();
    },
  };
}

/** Bytes of the database without its log. */
function sizeOf(raw: Sqlite): number {
  const pragma = (name: 'page_count' | 'page_size') =>
    Number(Object.values(raw.query<Record<string, number>, []>(`pragma ${name}`).get() ?? {})[0] ?? 0);
  return pragma('page_count') * pragma('page_size');
}

/** Empties the write-ahead log, which still holds the pages as they were before. */
function emptyLog(raw: Sqlite): void {
  if (!tryToEmptyLog(raw))
    throw new Error('The write-ahead log could not be emptied: another process reads the database');
}

function tryToEmptyLog(raw: Sqlite): boolean {
  return raw.query<{ busy: number }, []>('pragma wal_checkpoint(truncate)').get()?.busy === 0;
}
