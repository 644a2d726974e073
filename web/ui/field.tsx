import { type ComponentProps, type ReactNode, type Ref, useId } from 'react';
import { classes } from './classes.ts';

/** The look of a text input; a `textarea` takes it with `h-auto py-[9px]`. */
export const inputClass =
  'h-10 w-full rounded-md border border-control bg-surface px-3 text-md text-ink transition-colors duration-(--dur-1) hover:border-ink-2 focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus aria-invalid:border-danger-text disabled:border-line-2 disabled:bg-sunken disabled:text-ink-3 in-[[role$=dialog]]:bg-raised max-sm:h-11 max-sm:text-[1rem]';

/** What the control inside a `Field` has to carry, so that label, hint and error belong to it. */
export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: ReactNode;
  /** The label is read out and not drawn. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  /** Takes the place of the hint. */
  error?: ReactNode;
  counter?: { used: number; max: number } | undefined;
  className?: string | undefined;
  children: (ids: FieldIds) => ReactNode;
}

/** A label above a control, hint or error below it, and how many of how many characters are used. */
export function Field({ label, labelHidden = false, hint, error, counter, className, children }: FieldProps) {
  const id = useId();
  const note = error || hint;
  const noteId = `${id}-note`;
  return (
    <div className={classes('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={classes('flex justify-between gap-3 text-sm', labelHidden && 'sr-only')}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {counter !== undefined && (
          <span
            className={classes(
              'tabular-nums',
              counter.used > counter.max ? 'font-medium text-danger-text' : 'text-ink-3',
            )}
          >
            {counter.used} / {counter.max}
          </span>
        )}
      </div>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {note && (
        <p id={noteId} className={classes('text-sm', error ? 'text-danger-text' : 'text-ink-3')}>
          {note}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps
  extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'ref'>,
    Omit<FieldProps, 'children'> {
  ref?: Ref<HTMLInputElement>;
  /** A small button inside the input's right end, or one beside it. */
  inside?: ReactNode;
  beside?: ReactNode;
}

/** One line of text. Nothing is remembered or corrected by the browser: a nickname is nobody's but the writer's. */
export function TextField({
  label,
  labelHidden,
  hint,
  error,
  counter,
  className,
  inside,
  beside,
  ref,
  ...input
}: TextFieldProps) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error} counter={counter} className={className}>
      {(ids) => (
        <div className="flex gap-2">
          <div className="relative min-w-0 flex-1">
            <input
              autoComplete="off"
              spellCheck={false}
              {...input}
              {...ids}
              ref={ref}
              className={classes(inputClass, inside !== undefined && 'pr-32')}
            />
            {inside !== undefined && <div className="absolute inset-y-1 right-1 flex">{inside}</div>}
          </div>
          {beside}
        </div>
      )}
    </Field>
  );
}
