import { classes } from '../../ui/classes.ts';

/** Stands where something will be; seen only when that takes longer than half a second. */
export function Loading({ className }: { className?: string }) {
  return (
    <p role="status" className={classes('animate-tip text-ink-3', className)}>
      Loading…
    </p>
  );
}
