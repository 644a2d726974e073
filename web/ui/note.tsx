import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { InfoIcon, WarnIcon } from './icons.tsx';

const TONES = {
  plain: 'bg-accent-soft *:first:text-accent-text',
  warn: 'bg-warn-soft *:first:text-warn-text',
  bad: 'bg-danger-soft *:first:text-danger-text',
} as const;

/** A sentence that belongs to what is around it. `bad` is read out at once. */
export function Note({ tone = 'plain', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  const Icon = tone === 'plain' ? InfoIcon : WarnIcon;
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      className={classes(
        'flex gap-2.5 rounded-md px-3.5 py-[11px] text-sm leading-[1.1875rem] text-ink forced-colors:border',
        TONES[tone],
      )}
    >
      <Icon size="sm" className="mt-0.5" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
