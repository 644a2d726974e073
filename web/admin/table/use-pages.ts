import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

const REFRESH_MS = 10_000;

/** A page of a list, and where the next one starts. */
export interface ListPage<Row> {
  rows: Row[];
  next_cursor: string | null;
}

interface PagesOptions<Row> {
  /** Names the list with its filters: where it changes, the list starts again at its first page. */
  listKey: readonly unknown[];
  load: (cursor: string | undefined) => Promise<ListPage<Row>>;
  idOf: (row: Row) => string;
}

export interface Pages<Row> {
  /** Of the page that is shown, with its filters. */
  name: string;
  rows: readonly Row[];
  ids: readonly string[];
  /** Nothing has been shown yet. */
  isLoading: boolean;
  /** What is shown belongs to the filters or the page before. */
  isStale: boolean;
  /** Why the newest try failed. */
  error: Error | null;
  isFetching: boolean;
  retry: () => void;
  /** From 1. */
  page: number;
  previous: (() => void) | null;
  next: (() => void) | null;
}

/** One page of a list at a time, asked for again every 10 s while the tab is visible. */
export function usePages<Row>({ listKey, load, idOf }: PagesOptions<Row>): Pages<Row> {
  const name = JSON.stringify(listKey);
  const [trail, setTrail] = useState<{ name: string; cursors: readonly string[] }>({ name, cursors: [] });
  const cursors = trail.name === name ? trail.cursors : [];
  const cursor = cursors.at(-1);
  const query = useQuery({
    queryKey: [...listKey, { cursor }],
    queryFn: () => load(cursor),
    refetchInterval: REFRESH_MS,
    // Whoever comes back from another page has often just changed something there.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.rows;
  const ids = useMemo(() => rows?.map(idOf) ?? [], [rows, idOf]);
  const nextCursor = query.isPlaceholderData ? null : (query.data?.next_cursor ?? null);
  const go = (next: readonly string[]) => () => setTrail({ name, cursors: next });
  const wanted = `${name} ${cursor ?? ''}`;
  const [shown, setShown] = useState(wanted);
  if (!query.isPlaceholderData && shown !== wanted) setShown(wanted);
  return {
    name: shown,
    rows: rows ?? [],
    ids,
    isLoading: query.data === undefined && query.error === null,
    isStale: query.isPlaceholderData,
    error: query.error,
    isFetching: query.isFetching,
    retry: () => void query.refetch(),
    page: cursors.length + 1,
    previous: cursors.length === 0 ? null : go(cursors.slice(0, -1)),
    next: nextCursor === null ? null : go([...cursors, nextCursor]),
  };
}
