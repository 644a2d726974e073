import { useState } from 'react';

/**
 * The opened row as the list shows it, or as it was when the list last did: a page or filter further on, the detail stays.
 * Undefined while nothing is open.
 */
export function useLastSeen<Row>(
  row: Row | undefined,
  openId: string | null,
  idOf: (row: Row) => string,
): Row | undefined {
  const [last, setLast] = useState<Row>();
  if (row !== undefined && row !== last) setLast(row);
  if (openId === null) return undefined;
  return row ?? (last !== undefined && idOf(last) === openId ? last : undefined);
}
