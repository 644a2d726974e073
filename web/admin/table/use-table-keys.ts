import type { RefObject } from 'react';
import { useKeys } from '../shortcuts.tsx';
import type { TableHandle } from './use-table.ts';

interface TableKeys {
  table: TableHandle;
  /** Opens the row under the cursor. */
  onOpen: () => void;
  /** The field that `/` goes to. */
  find?: RefObject<HTMLInputElement | null>;
}

/** The keys that every list has, wherever the focus is on its page. */
export function useTableKeys({ table, onOpen, find }: TableKeys): void {
  useKeys({
    j: () => table.move('next'),
    k: () => table.move('previous'),
    enter: onOpen,
    ...(find === undefined ? {} : { '/': () => find.current?.focus() }),
  });
}
