import { useId } from 'react';
import { classes } from './classes.ts';

interface SegmentedProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** For the head of a page: low, and its legend is read out and not drawn. */
  compact?: boolean;
}

/** A few choices side by side, one of them taken. Arrow keys move, as in every group of radios. */
export function Segmented<Value extends string>({
  legend,
  options,
  value,
  onChange,
  compact = false,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={compact ? 'sr-only' : 'mb-2 text-sm font-medium'}>{legend}</legend>
      <div className="flex gap-0.5 rounded-[9px] bg-sunken p-[3px] forced-colors:border">
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              compact ? 'h-6 leading-6' : 'h-8 leading-8',
              'relative flex-1 rounded-[6px] px-1 text-center text-sm font-medium whitespace-nowrap text-ink-2 hover:text-ink has-checked:bg-picked has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--c-line-2),var(--sh-1)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus sm:px-2 max-sm:h-11 max-sm:leading-11 forced-colors:has-checked:outline-3 forced-colors:has-checked:-outline-offset-3',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 m-0 opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
