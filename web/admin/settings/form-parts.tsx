/** The rows of the settings form: what it is on the left, its control on the right, what it was beneath. */
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { smallInputClass } from '../shell/small-input.ts';
import { fieldId } from './settings-words.ts';
import { SPAN_UNITS, type Span, type SpanUnit } from './span.ts';

export interface RowState {
  /** As the server has it, printed; undefined where it wasn't changed. */
  was: string | undefined;
  fault: string | undefined;
}

interface FormRowProps extends RowState {
  /** Of its first field; ids are made from it. */
  path: string;
  label: string;
  hint?: string | undefined;
  /** The label names a group of controls, or a switch: then it belongs to no single field. */
  asGroup?: boolean;
  children: ReactNode;
}

export const noteId = (path: string) => `${fieldId(path)}-note`;
export const labelId = (path: string) => `${fieldId(path)}-label`;

export function FormRow({ path, label, hint, was, fault, asGroup = false, children }: FormRowProps) {
  const Label = asGroup ? 'span' : 'label';
  const group = asGroup && { role: 'group', 'aria-labelledby': labelId(path) };
  return (
    <div
      {...group}
      className={classes(
        'relative grid min-w-0 items-start gap-x-4 gap-y-1 sm:min-h-7.5 sm:grid-cols-[minmax(0,1fr)_18.5rem]',
        was !== undefined &&
          'before:absolute before:top-[7px] before:-left-3.5 before:h-4 before:w-[3px] before:rounded-[2px] before:bg-warn max-sm:before:-left-2',
      )}
    >
      <Label id={labelId(path)} {...(!asGroup && { htmlFor: fieldId(path) })} className="sm:leading-7.5">
        {label}
      </Label>
      <div className="flex min-w-0 flex-wrap items-center gap-2 text-ink-3 sm:min-h-7.5">
        {children}
        {was !== undefined && <span className="text-warn-text tabular-nums">was {was}</span>}
      </div>
      {(fault !== undefined || hint !== undefined) && (
        <p
          id={noteId(path)}
          className={classes('col-span-full text-xs', fault === undefined ? 'text-ink-3' : 'text-danger-text')}
        >
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

interface NumberInputProps {
  path: string;
  /** Where the row's label doesn't name it. */
  label?: string | undefined;
  value: string;
  isWrong: boolean;
  /** The note below the row, where there is one. */
  describedBy: string | undefined;
  placeholder?: string;
  narrow?: boolean;
  onChange: (value: string) => void;
}

export function NumberInput({
  path,
  label,
  value,
  isWrong,
  describedBy,
  placeholder,
  narrow = false,
  onChange,
}: NumberInputProps) {
  return (
    <input
      id={fieldId(path)}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={describedBy}
      inputMode="numeric"
      autoComplete="off"
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={classes(smallInputClass, 'text-right tabular-nums', narrow ? 'w-16!' : 'w-22!')}
    />
  );
}

/** `1 hour`, but `2 hours`; seconds only where they are asked for, or there already. */
function unitOptions({ amount, unit: chosen }: Span, fromMinutes: boolean) {
  return Object.keys(SPAN_UNITS)
    .filter((unit) => unit !== 'seconds' || !fromMinutes || chosen === 'seconds')
    .map((unit) => ({ value: unit, label: amount.trim() === '1' ? unit.slice(0, -1) : unit }));
}

interface SpanInputProps {
  path: string;
  label?: string;
  unitLabel: string;
  span: Span;
  isWrong: boolean;
  describedBy: string | undefined;
  /** Seconds are left out where a minute is the least. */
  fromMinutes?: boolean;
  narrow?: boolean;
  onChange: (span: Span) => void;
}

/** A length of time: a number and its unit. */
export function SpanInput({
  path,
  label,
  unitLabel,
  span,
  isWrong,
  describedBy,
  fromMinutes = false,
  narrow = false,
  onChange,
}: SpanInputProps) {
  return (
    <>
      <NumberInput
        path={path}
        label={label}
        value={span.amount}
        isWrong={isWrong}
        describedBy={describedBy}
        narrow={narrow}
        onChange={(amount) => onChange({ ...span, amount })}
      />
      <Select
        aria-label={unitLabel}
        options={unitOptions(span, fromMinutes)}
        value={span.unit}
        onChange={(unit) => isUnit(unit) && onChange({ ...span, unit })}
        className="min-w-0! *:first:h-(--h-sm)! *:first:rounded-sm! *:first:pl-2.5! *:first:text-sm! max-sm:*:first:rounded-md! max-sm:*:first:text-[1rem]!"
      />
    </>
  );
}

const isUnit = (unit: string): unit is SpanUnit => unit in SPAN_UNITS;

interface SwitchRowProps extends RowState {
  path: string;
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function SwitchRow({ path, label, hint, was, fault, checked, onChange }: SwitchRowProps) {
  return (
    <FormRow path={path} label={label} hint={hint} was={was} fault={fault} asGroup>
      <Switch checked={checked} onChange={onChange} labelledBy={labelId(path)} describedBy={noteId(path)} />
    </FormRow>
  );
}

interface TextRowProps extends RowState {
  path: string;
  /** Read out; the section's heading is what is seen. */
  label: string;
  rows: number;
  value: string;
  counter?: { used: number; max: number };
  onChange: (value: string) => void;
}

/** Several lines. */
export function TextRow({ path, label, was, fault, rows, value, counter, onChange }: TextRowProps) {
  return (
    <div
      className={classes(
        'relative',
        was !== undefined &&
          'before:absolute before:top-[7px] before:-left-3.5 before:h-4 before:w-[3px] before:rounded-[2px] before:bg-warn max-sm:before:-left-2',
      )}
    >
      <textarea
        id={fieldId(path)}
        aria-label={label}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={noteId(path)}
        autoComplete="off"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className={classes(smallInputClass, 'h-auto! min-h-16 resize-y py-2 leading-5')}
      />
      <p id={noteId(path)} className="flex min-h-4 gap-3 text-xs text-ink-3">
        <span className={classes('flex-1', fault !== undefined && 'text-danger-text')}>{fault}</span>
        {was !== undefined && <span className="text-warn-text">{was}</span>}
        {counter !== undefined && (
          <span className={classes('tabular-nums', counter.used > counter.max && 'font-medium text-danger-text')}>
            {counter.used} / {counter.max}
          </span>
        )}
      </p>
    </div>
  );
}
