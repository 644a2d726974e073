import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does, in words: read out, and shown as a tip to those who hover or tab. */
  label: string;
  icon: ReactNode;
  /** `sm` is 28 px beside a mouse; on a phone both are 44. */
  size?: 'sm' | 'md';
  /** Where the tip comes up; `below-end` for the last button before the right edge. */
  tip?: keyof typeof SIDES | 'none';
  /** A number on the corner; say it in `label` too. */
  count?: number | string | undefined;
}

// Not drawn at all until then: an invisible tip at the edge of a phone's screen would make the page scroll sideways.
const TIP =
  'after:pointer-events-none after:absolute after:z-(--z-menu) after:hidden after:rounded-sm after:bg-tip after:px-2 after:py-1 after:text-xs after:font-medium after:whitespace-nowrap after:text-on-tip after:content-[attr(aria-label)] focus-visible:after:block [@media(hover:hover)]:hover:after:block [@media(hover:hover)]:hover:after:animate-tip';

const SIDES = {
  above: 'after:bottom-[calc(100%+6px)] after:left-1/2 after:-translate-x-1/2',
  below: 'after:top-[calc(100%+6px)] after:left-1/2 after:-translate-x-1/2',
  'below-end': 'after:top-[calc(100%+6px)] after:right-0',
} as const;

export function IconButton({
  label,
  icon,
  size = 'md',
  tip = 'below',
  count = 0,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={classes(
        'relative inline-flex flex-none items-center justify-center text-ink-2 transition-colors duration-(--dur-1) hover:bg-hover hover:text-ink aria-expanded:bg-press aria-expanded:text-ink aria-pressed:bg-press aria-pressed:text-ink aria-disabled:text-disabled forced-colors:aria-expanded:outline-3 forced-colors:aria-expanded:-outline-offset-3 forced-colors:aria-pressed:outline-3 forced-colors:aria-pressed:-outline-offset-3',
        size === 'sm' ? 'size-7 rounded-sm max-sm:size-11' : 'size-(--h-md) rounded-md',
        tip !== 'none' && TIP,
        tip !== 'none' && SIDES[tip],
        className,
      )}
    >
      {icon}
      {Number.parseInt(`${count}`, 10) > 0 && (
        <span className="absolute top-0.5 right-px min-w-4 rounded-full bg-danger px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-danger shadow-[0_0_0_2px_var(--c-surface)] forced-colors:border max-sm:top-1 max-sm:right-[3px]">
          {typeof count === 'number' && count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}
