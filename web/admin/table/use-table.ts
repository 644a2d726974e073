import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { type Step, useRowCursor } from './row-cursor.ts';
import type { Pages } from './use-pages.ts';

export interface TableHandle {
  /** The row that the keys act on. */
  cursorId: string | null;
  /** Puts the cursor on a row, without the focus. */
  put: (id: string) => void;
  /** Moves cursor and focus. */
  move: (step: Step) => void;
  /** Gives the focus to the cursor's row, as after what was opened from it has closed. */
  focus: () => void;
  ref: RefObject<HTMLTableElement | null>;
}

/** The cursor of a table, and the focus that follows it. */
export function useTable({ ids, name }: Pick<Pages<unknown>, 'ids' | 'name'>): TableHandle {
  const cursor = useRowCursor(ids, name);
  const ref = useRef<HTMLTableElement>(null);
  const focusRow = useCallback((id: string | null) => {
    if (id !== null) ref.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-opens]`)?.focus();
  }, []);
  return useMemo(
    () => ({
      cursorId: cursor.id,
      put: cursor.put,
      move: (step) => focusRow(cursor.move(step)),
      focus: () => focusRow(cursor.id),
      ref,
    }),
    [cursor, focusRow],
  );
}
