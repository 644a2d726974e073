import { classes } from './classes.ts';

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** The id of the element that names it. */
  labelledBy: string;
  describedBy?: string;
  disabled?: boolean;
}

export function Switch({ checked, onChange, labelledBy, describedBy, disabled }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className={classes(
        'relative h-5.5 w-9 flex-none rounded-full transition-colors duration-(--dur-2) before:absolute before:-inset-x-1 before:-inset-y-[11px] disabled:opacity-50 forced-colors:border',
        checked ? 'bg-accent' : 'bg-control',
      )}
    >
      <span
        className={classes(
          'hue-safe absolute top-[3px] left-[3px] size-4 rounded-full transition-transform duration-(--dur-2) ease-out forced-colors:bg-[ButtonText]',
          checked ? 'translate-x-3.5 bg-on-accent forced-colors:bg-[Highlight]' : 'bg-white',
        )}
      />
    </button>
  );
}
