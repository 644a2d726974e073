import type { Database as Sqlite } from 'bun:sqlite';
import type { Appended, Clock, MessageDraft, Store } from '../ports.ts';
import { appendToSqlite } from './append.sqlite.ts';
import { groupCommit } from './group-commit.ts';
import { memberStore } from './members.ts';
import { messageStore } from './messages.ts';
import { roomStore } from './rooms.ts';
import { sessionStore } from './sessions.ts';
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

  return {
    ...sessionStore(db),
    ...roomStore(db),
    ...memberStore(db),
    ...messageStore(db),
    append: (draft) => appends.submit(draft),
    sentBefore: (...key) => db.connection().execute(async () => sentBefore(...key)),
    sweep: (nowMs) => sweepMessages(db, nowMs),
    eraseDeleted: () => db.connection().execute(async () => truncate(raw)),
    async check() {
      await db.selectFrom('rooms').select('id').limit(1).execute();
    },
    async close() {
      await appends.idle();
      await db.connection().execute(async () => truncate(raw));
      await db.destroy();
    },
  };
}

/** Gives free pages back and empties the write-ahead log, which still holds the pages as they were before. */
function truncate(raw: Sqlite): void {
  raw.run('pragma incremental_vacuum');
  const result = raw.query<{ busy: number }, []>('pragma wal_checkpoint(truncate)').get();
  if (result?.busy !== 0)
    throw new Error('The write-ahead log could not be emptied: another process reads the database');
}
