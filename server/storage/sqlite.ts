import { Database as Sqlite } from 'bun:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Database, Tables } from './schema.ts';

export interface OpenedSqlite {
  db: Database;
  raw: Sqlite;
}

/**
 * Opens the embedded database: every commit is on disk before it is answered (WAL with `synchronous=FULL`), and what is
 * deleted is overwritten with zeros.
 *
 * @param file a path, or `:memory:`
 */
export function openSqlite(file: string): OpenedSqlite {
  const raw = new Sqlite(file, { create: true, strict: true });
  raw.run('pragma journal_mode = wal');
  raw.run('pragma synchronous = full');
  raw.run('pragma secure_delete = on');
  raw.run('pragma foreign_keys = on');
  // A second process (`bauta cleanup-messages`) may hold the lock for a moment.
  raw.run('pragma busy_timeout = 5000');
  raw.run('pragma temp_store = memory');
  raw.run('pragma cache_size = -8000');
  // About 32 MB of log before it is written back, instead of 4: pages that many commits touch are written back once, which
  // gives a fifth more messages a second. Each sweep empties the log in any case.
  raw.run('pragma wal_autocheckpoint = 8000');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: kyselyDatabase(raw) }) });
  return { db, raw };
}

/** What Kysely's own dialect asks of a driver, from `bun:sqlite`. */
function kyselyDatabase(raw: Sqlite): SqliteDatabase {
  return {
    close: () => raw.close(),
    prepare(sql): SqliteStatement {
      // A transaction that reads first and writes later would fail at once where another process wrote in between;
      // one that takes the lock from the start waits its turn.
      const statement = raw.query<unknown, never[]>(sql === 'begin' ? 'begin immediate' : sql);
      return {
        reader: statement.columnNames.length > 0,
        all: (parameters) => statement.all(...(parameters as never[])),
        run: (parameters) => statement.run(...(parameters as never[])),
        iterate: (parameters) => statement.iterate(...(parameters as never[])) as IterableIterator<unknown>,
      };
    },
  };
}
