import { classes } from '../../ui/classes.ts';
import { usePresent } from '../presence.ts';
import { printClock } from './times.ts';

/** Whether the numbers are of now. */
export function Liveness({ updatedAtMs, failing }: { updatedAtMs: number; failing: boolean }) {
  const present = usePresent();
  if (updatedAtMs === 0) return null;
  const isLive = present && !failing;
  return (
    <span
      role="status"
      className={classes(
        'mr-1 inline-flex items-center gap-1.5 text-xs whitespace-nowrap',
        failing ? 'text-warn-text' : 'text-ink-3',
      )}
    >
      <span
        aria-hidden="true"
        className={classes(
          'size-[7px] rounded-full',
          isLive ? 'bg-accent forced-colors:border' : failing ? 'border-2 border-warn' : 'border-2 border-control',
        )}
      />
      {isLive ? 'Live' : failing ? `Not updated since ${printClock(updatedAtMs)}` : 'Paused'}
    </span>
  );
}
