import type { ComponentProps } from 'react';
import { Select } from '../../ui/select.tsx';

interface FilterSelectProps<Value extends string> extends Pick<ComponentProps<'select'>, 'id' | 'aria-label'> {
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One filter of a list, as low as the rows. */
export function FilterSelect<Value extends string>({ options, onChange, ...rest }: FilterSelectProps<Value>) {
  return (
    <Select
      {...rest}
      options={options}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      className="min-w-0! *:first:h-(--h-sm)! *:first:rounded-sm! *:first:pl-2.5! *:first:text-sm! max-sm:*:first:rounded-md! max-sm:*:first:text-[1rem]!"
    />
  );
}
