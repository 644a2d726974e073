import { classes } from '../../ui/classes.ts';

/** A key as it is printed on the keyboard. */
export function Key({ children, className }: { children: string; className?: string }) {
  return (
    <kbd
      className={classes(
        'inline-grid h-4.5 min-w-4.5 place-items-center rounded-[4px] border border-line-2 bg-sunken px-1 font-sans text-2xs leading-none font-medium text-ink-2',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
