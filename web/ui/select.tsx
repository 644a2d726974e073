import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { inputClass } from './field.tsx';
import { ChevronDownIcon } from './icons.tsx';

interface SelectProps extends Omit<ComponentProps<'select'>, 'children' | 'onChange'> {
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** The browser's own list of choices: it is the one that phones and screen readers handle best. */
export function Select({ options, onChange, className, ...rest }: SelectProps) {
  return (
    <span className={classes('relative inline-block min-w-30', className)}>
      <select
        {...rest}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classes(inputClass, 'appearance-none pr-8.5 text-ellipsis')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon
        size="sm"
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
