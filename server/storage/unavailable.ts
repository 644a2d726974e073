import { SQLiteError } from 'bun:sqlite';
import { Refusal } from '../domain/refusal.ts';
import type { Store } from '../ports.ts';

/** The disk is full, fails, is read-only or held by another process: not a bug, and it may pass. */
const AWAY = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_LOCKED'];

/** Storage that is away says so: each method rejects with `unavailable`, and `onAway` hears why. */
export function sayingWhenAway(store: Store, onAway: (error: Error) => void): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...values: unknown[]) => {
        try {
          return await Reflect.apply(method, target, values);
        } catch (error) {
          // The one foreign key that a call can hit: its own session ended in the middle of it.
          if (error instanceof SQLiteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
            throw new Refusal('unauthenticated', { detail: 'This session has ended.' });
          }
          if (!(error instanceof SQLiteError) || !AWAY.some((code) => error.code?.startsWith(code))) throw error;
          onAway(error);
          throw new Refusal('unavailable', {
            detail: 'Storage is away. Nothing was lost; try again.',
            retryAfterSeconds: 5,
          });
        }
      };
    },
  });
}
