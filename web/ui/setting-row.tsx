import type { ReactNode } from 'react';

interface SettingRowProps {
  label: string;
  hint?: ReactNode;
  /** The control's id, or the id under which the label can be named by it. */
  htmlFor?: string;
  labelId?: string;
  /** The control. */
  children: ReactNode;
}

/** A setting: what it is on the left, its control on the right, a hairline between rows. */
export function SettingRow({ label, hint, htmlFor, labelId, children }: SettingRowProps) {
  return (
    <div className="flex min-h-13 items-center gap-4 py-2 not-first:border-t not-first:border-line max-sm:min-h-15">
      <div className="min-w-0 flex-1">
        {htmlFor === undefined ? (
          <span id={labelId} className="font-medium">
            {label}
          </span>
        ) : (
          <label id={labelId} htmlFor={htmlFor} className="font-medium">
            {label}
          </label>
        )}
        {hint !== undefined && <div className="text-sm text-ink-3">{hint}</div>}
      </div>
      {children}
    </div>
  );
}
