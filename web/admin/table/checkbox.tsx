import { CheckIcon } from '../../ui/icons.tsx';

interface CheckboxProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for are checked. */
  mixed?: boolean;
  tabIndex?: number | undefined;
  onChange: () => void;
}

/** A box without words of its own, in a table. The label is read out. */
export function Checkbox({ label, checked, mixed = false, tabIndex, onChange }: CheckboxProps) {
  return (
    <span className="relative grid size-4.5 flex-none before:absolute before:-inset-[13px] sm:before:-inset-1.5">
      <input
        // No attribute for it: HTML has it as a property only.
        ref={(box) => {
          if (box !== null) box.indeterminate = mixed;
        }}
        type="checkbox"
        aria-label={label}
        checked={checked}
        tabIndex={tabIndex}
        onChange={onChange}
        className="peer absolute -inset-[13px] z-[1] m-0 cursor-pointer opacity-0 sm:-inset-1.5"
      />
      <span className="grid size-4.5 place-items-center rounded-xs border-[1.5px] border-control bg-surface text-on-accent peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-hover:border-ink-2 *:invisible peer-checked:*:visible peer-indeterminate:after:col-start-1 peer-indeterminate:after:row-start-1 peer-indeterminate:after:h-0.5 peer-indeterminate:after:w-2 peer-indeterminate:after:rounded-full peer-indeterminate:after:bg-accent-text forced-colors:peer-indeterminate:after:bg-[Highlight] *:col-start-1 *:row-start-1 forced-colors:peer-checked:text-[Highlight]">
        <CheckIcon size="xs" />
      </span>
    </span>
  );
}
