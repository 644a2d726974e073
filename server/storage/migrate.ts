import { type Migration, Migrator } from 'kysely';
import { messenger } from './migrations/001-messenger.ts';
import { moderation } from './migrations/002-moderation.ts';
import { operator } from './migrations/003-operator.ts';
import type { Database } from './schema.ts';

/** Named so that they sort in the order in which they run. A name that was released never changes. */
const migrations: Record<string, Migration> = {
  '001-messenger': messenger,
  '002-moderation': moderation,
  '003-operator': operator,
};

/** Brings the database to the newest schema; each step is committed or leaves no trace. Gives the names of the steps. */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
