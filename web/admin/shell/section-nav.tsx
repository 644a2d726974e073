import { Link, useLocation } from 'wouter';
import { classes } from '../../ui/classes.ts';
import { Mark } from '../../ui/mark.tsx';
import { ThemeToggle } from '../../ui/theme-toggle.tsx';
import { printCount } from './numbers.ts';
import { isWithin, SECTIONS, type Section } from './sections.ts';
import { ServerLine } from './server-line.tsx';
import { signOut } from './sign-out.ts';
import { useNow } from './use-now.ts';

/** The sections: 208 px with words on a desktop, a rail of icons on a tablet; a phone has `SectionMenu` instead. */
export function SectionNav() {
  return (
    <nav
      aria-label="Admin"
      className="flex min-h-0 flex-col gap-0.5 overflow-y-auto border-r border-line bg-panel px-2.5 py-3.5 max-lg:items-center max-lg:px-1.5 max-sm:hidden"
    >
      <div className="flex items-center justify-between pb-3.5 max-lg:flex-col max-lg:gap-2">
        <Link
          href="/"
          aria-label="Bauta admin"
          className="inline-flex items-center gap-[9px] rounded-sm px-2 text-md font-semibold tracking-[-0.02em] text-ink no-underline max-lg:p-1"
        >
          <Mark className="size-5.5" />
          <span className="max-lg:hidden">
            Bauta <span className="font-normal text-ink-3">admin</span>
          </span>
        </Link>
      </div>
      {SECTIONS.map((section) => (
        <SectionLink key={section.path} {...section} />
      ))}
      <div className="mt-auto px-2 pt-2.5 text-xs leading-4.5 text-ink-3 max-lg:hidden">
        <ServerLine />
        <div className="mt-1 flex items-center justify-between">
          <button
            type="button"
            onClick={signOut}
            className="min-h-6 text-accent-text underline decoration-accent-line underline-offset-3 hover:decoration-current"
          >
            Sign out
          </button>
          <ThemeToggle className="-mr-2" tip="none" />
        </div>
      </div>
      <div className="mt-auto lg:hidden">
        <ThemeToggle tip="none" />
      </div>
    </nav>
  );
}

function SectionLink(section: Section) {
  const { path, label, Icon, count, urgent = false } = section;
  const [at] = useLocation();
  const now = useNow();
  const number = now === undefined ? undefined : count?.(now);
  const shown = number === undefined || (urgent && number === 0) ? null : printCount(number);
  const isHere = isWithin(section, at);
  return (
    <Link
      href={path}
      aria-current={isHere ? 'page' : undefined}
      title={label}
      className="relative flex h-8 items-center gap-2.5 rounded-sm px-2 font-medium text-ink-2 no-underline hover:bg-hover hover:text-ink aria-[current]:bg-press aria-[current]:text-ink max-lg:size-10 max-lg:justify-center max-lg:px-0 forced-colors:aria-[current]:outline-3"
    >
      <Icon size="sm" />
      <span className="max-lg:sr-only">{label}</span>
      {shown !== null && <span className="sr-only">, </span>}
      {shown !== null && (
        <span
          className={classes(
            'ml-auto tabular-nums',
            urgent
              ? 'rounded-full bg-danger px-1.5 text-2xs leading-4.5 font-semibold text-on-danger max-lg:absolute max-lg:top-0 max-lg:-right-0.5 max-lg:min-w-4 max-lg:px-1 max-lg:text-center max-lg:text-[0.625rem] max-lg:leading-4 forced-colors:border'
              : classes('font-normal max-lg:sr-only', isHere ? 'text-ink-2' : 'text-ink-3'),
          )}
        >
          {shown}
        </span>
      )}
    </Link>
  );
}
