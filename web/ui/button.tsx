import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

const KINDS = {
  solid: 'bg-accent text-on-accent hover:bg-accent-hover',
  line: 'bg-surface text-ink inset-ring inset-ring-line-2 hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text aria-pressed:inset-ring-accent-line',
  ghost: 'text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
  'danger-line': 'text-danger-text inset-ring inset-ring-danger-line hover:bg-danger-soft',
} as const;

const SIZES = {
  sm: 'h-(--h-sm) gap-1.5 rounded-sm px-2.5 text-sm max-sm:rounded-md',
  md: 'h-(--h-md) gap-2 rounded-md px-3.5 text-base',
  lg: 'h-11 gap-2 rounded-md px-4.5 text-md',
} as const;

const OFF =
  'disabled:cursor-not-allowed disabled:bg-hover disabled:text-ink-3 disabled:inset-ring-0 aria-disabled:cursor-not-allowed aria-disabled:bg-hover aria-disabled:text-ink-3 aria-disabled:inset-ring-0';

export interface ButtonLook {
  /** One `solid` per view; `danger` only in the dialog that confirms. */
  kind?: keyof typeof KINDS;
  size?: keyof typeof SIZES;
  block?: boolean;
  className?: string | undefined;
}

/** The classes of a button, for a link that looks like one. */
export function buttonClass({ kind = 'line', size = 'md', block = false, className }: ButtonLook): string {
  return classes(
    'inline-flex items-center justify-center font-medium whitespace-nowrap no-underline transition-colors duration-(--dur-1) forced-colors:border',
    KINDS[kind],
    SIZES[size],
    OFF,
    block && 'w-full',
    className,
  );
}

interface ButtonProps extends ButtonLook, ComponentProps<'button'> {
  icon?: ReactNode;
  /** While set, the button shows this word (`Creating…`), keeps its width and does nothing. */
  busy?: string | false | undefined;
}

export function Button({
  kind,
  size,
  block,
  className,
  icon,
  busy,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const isBusy = Boolean(busy);
  return (
    <button
      {...rest}
      // Explicit, as a button without a type sends the form around it.
      type={isBusy ? 'button' : type}
      aria-busy={isBusy || undefined}
      // Not `disabled`: that would throw the focus away in the middle of the wait.
      aria-disabled={isBusy || rest['aria-disabled'] || undefined}
      onClick={isBusy ? undefined : onClick}
      className={buttonClass({ kind, size, block, className })}
    >
      <span className="grid gap-[inherit]">
        {/* Both labels lie in one cell, so that the button is as wide as the wider one. */}
        <span
          className={classes(
            'col-start-1 row-start-1 inline-flex items-center justify-center gap-[inherit]',
            isBusy && 'invisible',
          )}
        >
          {icon !== undefined && <span className="-ml-[3px]">{icon}</span>}
          {children}
        </span>
        {isBusy && <span className="col-start-1 row-start-1 text-center">{busy}</span>}
      </span>
    </button>
  );
}
