import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';

export interface Opened {
  id: string | null;
  open: (id: string) => void;
  close: () => void;
}

/**
 * Which row is open, kept with the browser's history: its way back closes the row, and the address says nothing of it. Only
 * for ids that mean nothing outside the panel, never for a room's code.
 */
export function useOpened(): Opened {
  const state: unknown = useHistoryState();
  const [path, goTo] = useLocation();
  const id = openedIn(state);
  const open = useCallback(
    (next: string) => goTo(path, { state: { opened: next }, replace: id !== null }),
    [goTo, path, id],
  );
  const close = useCallback(() => {
    if (id !== null) history.back();
  }, [id]);
  return { id, open, close };
}

function openedIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('opened' in state)) return null;
  return typeof state.opened === 'string' ? state.opened : null;
}
