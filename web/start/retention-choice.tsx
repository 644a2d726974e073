import type { RefObject } from 'react';
import { TextField } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import {
  readRetention,
  splitRetention,
  type Unit,
  USUAL_RETENTIONS,
  usualRetentions,
  wordRetention,
} from './retention.ts';

const CUSTOM = { value: 'custom', label: 'Custom' } as const;
const UNIT_OPTIONS = [
  { value: 'minutes', label: 'minutes' },
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
] as const satisfies readonly { value: Unit; label: string }[];

/** One of the usual times, or a number and a unit as they are being typed. */
export interface RetentionDraft {
  picked: (typeof USUAL_RETENTIONS)[number]['value'] | 'custom';
  amount: string;
  unit: Unit;
}

export function draftRetention(seconds: number): RetentionDraft {
  const usual = USUAL_RETENTIONS.find((option) => option.value === String(seconds));
  const { amount, unit } = splitRetention(seconds);
  return { picked: usual?.value ?? 'custom', amount: String(amount), unit };
}

/** Seconds, or null while what is typed is no time between a minute and the longest one. */
export function draftSeconds(draft: RetentionDraft, maxSeconds: number): number | null {
  return draft.picked === 'custom' ? readRetention(draft.amount, draft.unit, maxSeconds) : Number(draft.picked);
}

interface RetentionChoiceProps {
  draft: RetentionDraft;
  onChange: (draft: RetentionDraft) => void;
  /** What this server allows. */
  maxSeconds: number;
  error?: string | null;
  amountField?: RefObject<HTMLInputElement | null>;
}

export function RetentionChoice({ draft, onChange, maxSeconds, error, amountField }: RetentionChoiceProps) {
  return (
    <div className="grid min-w-0 gap-2.5">
      <Segmented
        legend="Messages vanish after"
        options={[...usualRetentions(maxSeconds), CUSTOM]}
        value={draft.picked}
        onChange={(picked) => onChange({ ...draft, picked })}
      />
      {draft.picked === 'custom' && (
        <TextField
          label={`Custom time, 1 minute to ${wordRetention(maxSeconds)}`}
          ref={amountField}
          inputMode="numeric"
          value={draft.amount}
          onChange={(event) => onChange({ ...draft, amount: event.currentTarget.value })}
          error={error}
          beside={
            <Select
              aria-label="Unit"
              options={UNIT_OPTIONS}
              value={draft.unit}
              onChange={(unit) => onChange({ ...draft, unit: unit as Unit })}
            />
          }
        />
      )}
    </div>
  );
}
