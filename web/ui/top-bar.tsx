import { Link } from 'wouter';
import { Mark } from './mark.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

/** The head of every page but the room's: the way back to the start, and light or dark. */
export function TopBar() {
  return (
    <header className="flex h-18 items-center justify-between max-sm:h-15">
      <Link
        href="/"
        className="inline-flex items-center gap-[9px] text-lg font-semibold tracking-[-0.02em] text-ink no-underline max-sm:min-h-11"
      >
        <Mark />
        Bauta
      </Link>
      <ThemeToggle className="-mr-2" />
    </header>
  );
}
