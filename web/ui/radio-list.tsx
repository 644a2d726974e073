import { type ReactNode, type Ref, useId } from 'react';

interface RadioListProps<Value extends string> {
  legend: string;
  options: readonly { value: Value; label: string }[];
  /** Null while nothing is chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  error?: ReactNode;
  firstRef?: Ref<HTMLInputElement>;
}

/** A few choices below each other, one of them taken. The whole row can be pressed. */
export function RadioList<Value extends string>(props: RadioListProps<Value>) {
  const { legend, options, value, onChange, error, firstRef } = props;
  const name = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-0.5 text-sm font-medium">{legend}</legend>
      {options.map((option, index) => (
        <label key={option.value} className="flex min-h-9 items-center gap-3 max-sm:min-h-11">
          <input
            ref={index === 0 ? firstRef : undefined}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="m-0 size-4.5 flex-none appearance-none rounded-full border-[1.5px] border-control checked:border-[5.5px] checked:border-accent forced-colors:appearance-auto"
          />
          {option.label}
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} role="alert" className="mt-1 text-sm text-danger-text">
          {error}
        </p>
      )}
    </fieldset>
  );
}
