import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

export interface Opened {
  id: string | null;
  open: (id: string) => void;
  close: () => void;
}

/** In the browser's history. `fromList`: the entry before is the list itself. */
interface OpenedState {
  opened: string;
  fromList: boolean;
}

/**
 * Which row is open, kept with the browser's history: its way back closes the row, and the address says nothing of it. Only
 * for ids that mean nothing outside the panel, never for a room's code. Another page leads to an opened row with
 * `{ state: { opened: id } }`.
 */
export function useOpened(): Opened {
  const now = openedIn(useHistoryState());
  const [path, goTo] = useLocation();
  const [id, fromList] = [now?.opened ?? null, now?.fromList ?? false];
  const open = useCallback(
    (next: string) => {
      const state: OpenedState = { opened: next, fromList: id === null || fromList };
      goTo(path, { state, replace: id !== null });
    },
    [goTo, path, id, fromList],
  );
  const close = useCallback(() => {
    if (id === null) return;
    if (fromList) history.back();
    else goTo(path, { state: null, replace: true });
  }, [goTo, path, id, fromList]);
  return { id, open, close };
}

function openedIn(state: unknown): OpenedState | null {
  if (typeof state !== 'object' || state === null || !('opened' in state)) return null;
  if (typeof state.opened !== 'string') return null;
  return { opened: state.opened, fromList: 'fromList' in state && state.fromList === true };
}
