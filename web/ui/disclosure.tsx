import type { ReactNode } from 'react';
import { ChevronDownIcon } from './icons.tsx';

/** What most people need not see, behind a word. The browser's own, so that it can be found with its search. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="-ml-1 flex min-h-7 w-max list-none items-center gap-1.5 rounded-sm pr-2 text-sm font-medium text-ink-2 hover:text-ink max-sm:min-h-11">
        <ChevronDownIcon size="sm" className="-rotate-90 transition-transform duration-(--dur-2) group-open:rotate-0" />
        {label}
      </summary>
      <div className="mt-1.5 border-t border-line">{children}</div>
    </details>
  );
}
