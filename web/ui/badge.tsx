import type { ReactNode } from 'react';
import { classes } from './classes.ts';

const TONES = {
  plain: 'bg-sunken text-ink-2',
  outline: 'text-ink-2 inset-ring inset-ring-line-2',
  accent: 'bg-accent-soft text-accent-text inset-ring inset-ring-accent-line',
  warn: 'bg-warn-soft text-warn-text',
  bad: 'bg-danger-soft text-danger-text',
} as const;

/** One or two words about a state: a role, a kind of room. Never only a colour. */
export function Badge({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: keyof typeof TONES;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={classes(
        'inline-flex h-5 flex-none items-center gap-1 rounded-full px-[7px] text-2xs font-medium tracking-normal whitespace-nowrap forced-colors:border',
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
