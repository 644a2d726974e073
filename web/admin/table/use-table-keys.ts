import type { RefObject } from 'react';
import { useKeys } from '../shortcuts.tsx';
import type { TableHandle } from './use-table.ts';

interface TableKeys {
  table: TableHandle;
  /** Not while something else stands in its place: nobody moves what they don’t see. */
  isShown: boolean;
  /** Opens the row under the cursor. */
  onOpen: () => void;
  /** The field that `/` goes to. */
  find?: RefObject<HTMLInputElement | null>;
}

/** The keys that every list has, wherever the focus is on its page. */
export function useTableKeys({ table, isShown, onOpen, find }: TableKeys): void {
  const keys: Record<string, () => void> = {
    j: () => table.move('next'),
    k: () => table.move('previous'),
    enter: onOpen,
  };
  if (find !== undefined) keys['/'] = () => find.current?.focus();
  useKeys(isShown ? keys : {});
}
