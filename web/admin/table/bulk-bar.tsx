import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';

interface BulkBarProps {
  selected: number;
  onClear: () => void;
  /** What can be done with all of them. */
  children: ReactNode;
}

/** Acts on the rows that are selected; stands above them as long as there are any. */
export function BulkBar({ selected, onClear, children }: BulkBarProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky top-0 z-[2] flex h-11 items-center gap-2.5 border-b border-accent-line bg-accent-soft px-5 text-sm max-sm:h-14 max-sm:px-3.5"
    >
      <b className="tabular-nums">{selected} selected</b>
      <span className="flex-1" />
      <Button size="sm" kind="ghost" onClick={onClear}>
        Clear
      </Button>
      {children}
    </section>
  );
}
