import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { ChevronLeftIcon, CloseIcon } from '../../ui/icons.tsx';
import { useDesktop } from '../../ui/media.ts';

interface DetailProps {
  title: ReactNode;
  /** Beside the title: a badge. */
  badge?: ReactNode;
  /** What the way back leads to: `reports`. */
  back: string;
  /** Stands in the place of another detail: there is a way back beside a list too. */
  isWithin?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** What is known of the row that was opened. It takes the focus when it comes; Esc closes it. */
export function Detail({ title, badge, back, isWithin = false, onClose, children }: DetailProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isBeside = useDesktop() && !isWithin;
  useEffect(() => heading.current?.focus(), []);
  useEscape(onClose);
  return (
    <section className="px-5 pb-5 text-sm max-lg:max-w-160 max-sm:px-3.5">
      <div className="sticky top-0 z-[1] -mx-5 mb-1 flex items-center gap-2 bg-panel px-5 pt-3 pb-2 max-lg:bg-surface max-sm:-mx-3.5 max-sm:px-3.5">
        {!isBeside && (
          <IconButton label={`Back to ${back}`} icon={<ChevronLeftIcon />} className="-ml-2" onClick={onClose} />
        )}
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate text-md font-semibold">
          {title}
        </h2>
        {badge}
        {isBeside && <IconButton label="Close" icon={<CloseIcon />} tip="none" className="-mr-2" onClick={onClose} />}
      </div>
      {children}
    </section>
  );
}

/** Facts, a line each: what, and how it is. Those that are null are left out. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode] | null)[] }) {
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.75">
      {rows.map(
        (row) =>
          row !== null && (
            <Fragment key={row[0]}>
              <dt className="text-ink-2">{row[0]}</dt>
              <dd className="min-w-0 wrap-anywhere">{row[1]}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

/** Esc, unless it is meant for something that lies over the page. */
function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') === null) latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
