import { type Config, ConfigError } from './config.ts';
import type { Clock, Store } from './ports.ts';
import { migrate } from './storage/migrate.ts';
import { openSqlite } from './storage/sqlite.ts';
import { createSqliteStore } from './storage/sqlite-store.ts';
import { sayingWhenAway } from './storage/unavailable.ts';

export interface StoreListeners {
  onCommit(seconds: number, messages: number): void;
  /** Told why storage is away, each time something failed for it. */
  onAway(error: Error): void;
}

/**
 * Opens the database that the settings name and brings its schema up to date.
 *
 * @throws ConfigError where it can't be opened
 */
export async function openStore(
  config: Config,
  clock: Clock,
  { onCommit, onAway }: StoreListeners = { onCommit: () => {}, onAway: () => {} },
): Promise<{ store: Store; migrated: string[] }> {
  try {
    const opened = openSqlite(config.databaseFile);
    const migrated = await migrate(opened.db);
    return { store: sayingWhenAway(createSqliteStore(opened, clock, onCommit), onAway), migrated };
  } catch (error) {
    throw new ConfigError(
      `DATABASE_URL: can't open ${config.databaseFile}: ${error instanceof Error ? error.message : error}`,
    );
  }
}
