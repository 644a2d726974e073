import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from '../../ui/classes.ts';
import { KeyFooter, type KeyHint } from './key-footer.tsx';
import { printCount } from './numbers.ts';
import { SectionMenu } from './section-menu.tsx';

interface AdminPageProps {
  /** The page's one heading, and what the window is called. */
  title: string;
  /** Shown beside the heading. */
  count?: number | undefined;
  /** At the right of the head: filters, a field to find things. On a phone they wrap below the heading. */
  tools?: ReactNode;
  /** The keys that act on this page, for the strip at the bottom; those of the panel itself are behind `?`. */
  keys?: readonly KeyHint[];
  /** Space around what is inside. Leave it out for tables, which reach from edge to edge. */
  padded?: boolean;
  /** Stands between what scrolls and the keys: a bar of unsaved changes. */
  bar?: ReactNode;
  /**
   * Beside a list on wide screens (392 px, scrolls by itself): the detail of what is picked. Below 1024 px it is not drawn:
   * there the detail is a page of its own.
   */
  aside?: ReactNode;
  /** Names the aside for screen readers. */
  asideLabel?: string;
  children: ReactNode;
}

/** It scrolls, so the keyboard must be able to get there, also where nothing inside takes the focus and the browser is Safari. */
const REACHABLE = { tabIndex: 0 };

/**
 * A page of the panel: head, what scrolls, keys. Everything around it (sections, sign-in) is the shell's. Only `main` scrolls,
 * so sticky heads of tables work in it.
 */
export function AdminPage({
  title,
  count,
  tools,
  keys = [],
  padded = false,
  bar,
  aside,
  asideLabel,
  children,
}: AdminPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Bauta admin`;
  }, [title]);
  useEffect(() => {
    // The page changed under the reader's feet: say where they are now, unless the page has put the focus somewhere itself.
    if (document.activeElement?.closest('main, aside, [role=dialog], [role=alertdialog]') === null)
      heading.current?.focus();
  }, []);
  return (
    <div className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
      <header className="flex min-h-13 items-center gap-2.5 border-b border-line px-5 py-2 max-sm:min-h-14 max-sm:flex-wrap max-sm:gap-1 max-sm:py-1.5 max-sm:pr-3 max-sm:pl-1">
        <SectionMenu />
        <h1 ref={heading} tabIndex={-1} className="text-md font-semibold tracking-[-0.012em] whitespace-nowrap">
          {title}
          {count !== undefined && (
            <span className="ml-1.5 font-normal text-ink-3 tabular-nums">{printCount(count)}</span>
          )}
        </h1>
        <span className="flex-1" />
        {tools}
      </header>
      <div className={classes('grid min-h-0', aside !== undefined && 'lg:grid-cols-[minmax(0,1fr)_24.5rem]')}>
        <main
          id="main"
          {...REACHABLE}
          className={classes(
            'relative min-h-0 min-w-0 overflow-auto [scrollbar-width:thin] focus-visible:-outline-offset-2',
            padded && 'px-5 pt-4 pb-5 max-sm:p-3',
          )}
        >
          {children}
        </main>
        {aside !== undefined && (
          <aside
            aria-label={asideLabel}
            className="min-h-0 overflow-auto border-l border-line bg-panel [scrollbar-width:thin] max-lg:hidden"
          >
            {aside}
          </aside>
        )}
      </div>
      <div>
        {bar}
        <KeyFooter hints={keys} />
      </div>
    </div>
  );
}
