import { type Ref, useEffect, useRef, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { inputClass } from '../../ui/field.tsx';
import { SearchIcon } from '../../ui/icons.tsx';
import { Key } from '../shell/keys.tsx';

const PAUSE_MS = 300;

interface FindFieldProps {
  label: string;
  /** Called when the writer pauses. */
  onFind: (query: string) => void;
  /** Enter, or arrow down: on to what was found. */
  onDone: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** Finds rows while one writes. What is written stays out of the page's address: it may be somebody's name. */
export function FindField({ label, onFind, onDone, ref }: FindFieldProps) {
  const [typed, setTyped] = useState('');
  const latest = useRef(onFind);
  latest.current = onFind;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="relative w-60 max-lg:w-48 max-sm:order-last max-sm:mb-1 max-sm:ml-2 max-sm:w-full">
      <SearchIcon size="sm" className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault();
            onDone();
          }
          if (event.key === 'Escape' && typed === '') event.currentTarget.blur();
        }}
        className={classes(
          inputClass,
          'peer !h-(--h-sm) !rounded-sm !px-8 !text-sm [&::-webkit-search-cancel-button]:hidden max-sm:!rounded-md max-sm:!text-[1rem]',
        )}
      />
      <span className="pointer-events-none absolute top-1.5 right-1.5 peer-focus:hidden max-sm:hidden">
        <Key>/</Key>
      </span>
    </div>
  );
}
