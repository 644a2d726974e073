/** Which row the keys act on. Rows are known by their ids, so that the cursor stays on its row while the list changes. */
import { useMemo, useState } from 'react';

/** A row, and where it was when it was last seen: when it goes, its neighbour takes the cursor. */
export interface Place {
  id: string;
  index: number;
}

export type Step = 'next' | 'previous' | 'first' | 'last';

/** Where the cursor is in these rows; null where there are none. */
export function placeIn(ids: readonly string[], place: Place | null): Place | null {
  if (ids.length === 0) return null;
  const found = place === null ? 0 : ids.indexOf(place.id);
  const index = found >= 0 ? found : Math.min(place?.index ?? 0, ids.length - 1);
  const id = ids[index];
  return id === undefined ? null : { id, index };
}

/** Where a step leads; it stays within the rows. */
export function stepFrom(ids: readonly string[], place: Place | null, step: Step): Place | null {
  const here = placeIn(ids, place);
  if (here === null) return null;
  const wanted = { next: here.index + 1, previous: here.index - 1, first: 0, last: ids.length - 1 }[step];
  const index = Math.max(0, Math.min(wanted, ids.length - 1));
  const id = ids[index];
  return id === undefined ? here : { id, index };
}

export interface RowCursor {
  id: string | null;
  /** Gives the id of the row that the cursor is on afterwards. */
  move: (step: Step) => string | null;
  put: (id: string) => void;
}

/**
 * @param ids of the rows, from the top
 * @param listName where it changes, this is another list, and the cursor starts at its top
 */
export function useRowCursor(ids: readonly string[], listName: string): RowCursor {
  const [known, setKnown] = useState<{ listName: string; place: Place | null }>({ listName, place: null });
  const place = placeIn(ids, known.listName === listName ? known.place : null);
  // Remembered while its row is there, so that its neighbour is known once it has gone.
  const isNew = place?.id !== known.place?.id || place?.index !== known.place?.index;
  if (ids.length > 0 && (isNew || known.listName !== listName)) setKnown({ listName, place });
  return useMemo(
    () => ({
      id: place?.id ?? null,
      move(step) {
        const next = stepFrom(ids, place, step);
        setKnown({ listName, place: next });
        return next?.id ?? null;
      },
      put: (id) => setKnown({ listName, place: { id, index: ids.indexOf(id) } }),
    }),
    [ids, place, listName],
  );
}
