import { type Config, ConfigError } from './config.ts';
import type { Clock, Store } from './ports.ts';
import { migrate } from './storage/migrate.ts';
import { openSqlite } from './storage/sqlite.ts';
import { createSqliteStore } from './storage/sqlite-store.ts';

/**
 * Opens the database that the settings name and brings its schema up to date.
 *
 * @throws ConfigError where it can't be opened
 */
export async function openStore(
  config: Config,
  clock: Clock,
  onCommit: (seconds: number, messages: number) => void = () => {},
): Promise<{ store: Store; migrated: string[] }> {
  try {
    const opened = openSqlite(config.databaseFile);
    const migrated = await migrate(opened.db);
    return { store: createSqliteStore(opened, clock, onCommit), migrated };
  } catch (error) {
    throw new ConfigError(`DATABASE_URL: can't open ${config.databaseFile}: ${error instanceof Error ? error.message : error}`);
  }
}
