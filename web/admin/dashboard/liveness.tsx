import { classes } from '../../ui/classes.ts';
import { printClock } from './times.ts';

/** Whether the numbers are of now. */
export function Liveness({ updatedAtMs, failing }: { updatedAtMs: number; failing: boolean }) {
  if (updatedAtMs === 0) return null;
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
          failing ? 'border-2 border-warn' : 'bg-accent forced-colors:border',
        )}
      />
      {failing ? `Not updated since ${printClock(updatedAtMs)}` : 'Live'}
    </span>
  );
}
