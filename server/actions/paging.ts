import type { After } from '../ports/moderation-store.ts';
import { refusedField } from './check-words.ts';

/** A cursor is opaque to clients: where the list goes on, `<key>.<id>`. */
export const cursorOf = (key: number, id: string): string => `${key}.${id}`;

/**
 * A page of a list, and where the next one begins; null after the last.
 *
 * @throws Refusal `invalid_request` where the cursor is none of ours
 */
export async function pageOf<Item>(
  load: (after: After | null, limit: number) => Promise<Item[]>,
  cursor: string | undefined,
  limit: number,
  cursorAfter: (item: Item) => string,
): Promise<{ items: Item[]; next_cursor: string | null }> {
  const items = await load(cursor === undefined ? null : readCursor(cursor), limit + 1);
  if (items.length <= limit) return { items, next_cursor: null };
  items.pop();
  const last = items.at(-1);
  return { items, next_cursor: last === undefined ? null : cursorAfter(last) };
}

function readCursor(cursor: string): After {
  const [, key, id] = /^(\d{1,16})\.([A-Za-z0-9_-]{1,64})$/.exec(cursor) ?? [];
  if (key === undefined || id === undefined) throw refusedField('cursor', 'This is no cursor of a list.');
  return { key: Number(key), id };
}
