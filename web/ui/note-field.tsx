import type { Ref } from 'react';
import { NOTE_CHARS_MAX } from '../../protocol/limits.ts';
import { characters } from '../../protocol/text.ts';
import { Field, inputClass } from './field.tsx';

interface NoteFieldProps {
  ref?: Ref<HTMLTextAreaElement>;
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
}

/** A few optional lines for those who decide. What is too long says so; whoever sends it checks that too (`isNoteTooLong`). */
export function NoteField({ ref, label, hint, placeholder, value, onChange }: NoteFieldProps) {
  const used = characters(value.trim());
  return (
    <Field
      label={
        <>
          {label} <span className="font-normal text-ink-3">(optional)</span>
        </>
      }
      hint={hint}
      error={isNoteTooLong(value) ? `At most ${NOTE_CHARS_MAX} characters.` : null}
      counter={used === 0 ? undefined : { used, max: NOTE_CHARS_MAX }}
    >
      {(ids) => (
        <textarea
          {...ids}
          ref={ref}
          rows={1}
          dir="auto"
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={`${inputClass} h-auto max-h-30 resize-none field-sizing-content py-[9px] max-sm:h-auto`}
        />
      )}
    </Field>
  );
}

export const isNoteTooLong = (typed: string): boolean => characters(typed.trim()) > NOTE_CHARS_MAX;
