import { type ReactNode, useId } from 'react';

interface CheckRowProps {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick and what it means. The whole row can be pressed. */
export function CheckRow({ label, hint, checked, onChange }: CheckRowProps) {
  const hintId = useId();
  return (
    <label className="flex min-w-0 items-start gap-2.5 max-sm:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-describedby={hint === undefined ? undefined : hintId}
        className="mt-px size-4.5 flex-none accent-accent"
      />
      <span className="min-w-0">
        <span className={hint === undefined ? undefined : 'font-medium'}>{label}</span>
        {hint !== undefined && (
          <span id={hintId} className="mt-0.5 block text-sm text-pretty text-ink-3">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
