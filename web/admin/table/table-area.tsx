import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { ApiError } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { WarnIcon } from '../../ui/icons.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import type { Pages } from './use-pages.ts';

interface TableAreaProps {
  pages: Pages<unknown>;
  /** Said where there are no rows at all. */
  empty: ReactNode;
  /** Stays above the head of the table while it scrolls. */
  bar?: ReactNode;
  children: ReactNode;
}

/** What surrounds a table: waiting, nothing there, an answer that failed, the way to the next page. */
export function TableArea({ pages, empty, bar, children }: TableAreaProps) {
  const { name, rows, page, error, retry, isLoading, isFetching, previous, next } = pages;
  const hasRows = rows.length > 0;
  const area = useRef<HTMLDivElement>(null);
  const shown = useRef(name);
  useLayoutEffect(() => {
    if (shown.current !== name) area.current?.closest('main')?.scrollTo({ top: 0 });
    shown.current = name;
  }, [name]);
  return (
    <div
      ref={area}
      className={classes('@container', Boolean(bar) && '[--head-top:2.75rem] max-sm:[--head-top:3.5rem]')}
    >
      {bar}
      {error !== null && hasRows && <ErrorStrip error={error} busy={isFetching} onRetry={retry} />}
      {hasRows && children}
      {!hasRows && isLoading && <Loading className="px-5 py-4 max-sm:px-3.5" />}
      {!hasRows && error !== null && <LoadFailure error={error} busy={isFetching} onTry={retry} />}
      {!hasRows && !isLoading && error === null && empty}
      {(previous !== null || next !== null) && (
        <nav
          aria-label="Pages"
          className="sticky bottom-0 flex min-h-11 items-center gap-2 border-t border-line bg-surface px-5 py-1.5 max-sm:px-3.5 max-sm:pb-[calc(6px+env(safe-area-inset-bottom))]"
        >
          <span className="flex-1 text-sm text-ink-3 tabular-nums" aria-live="polite">
            Page {page}
          </span>
          <Button size="sm" aria-disabled={previous === null} onClick={() => previous?.()}>
            Previous
          </Button>
          <Button size="sm" aria-disabled={next === null} onClick={() => next?.()}>
            Next
          </Button>
        </nav>
      )}
    </div>
  );
}

function ErrorStrip({ error, busy, onRetry }: { error: Error; busy: boolean; onRetry: () => void }) {
  return (
    <div
      role="status"
      className="flex min-h-11 items-center gap-2.5 border-b border-warn-line bg-warn-soft px-5 py-1.5 text-sm text-ink max-sm:px-3.5"
    >
      <WarnIcon size="sm" className="text-warn-text" />
      <span className="min-w-0 flex-1">
        {error instanceof ApiError ? error.detail : 'The panel can’t read what the server answered.'} What you see may
        be old.
      </span>
      <Button size="sm" busy={busy && 'Trying…'} onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
