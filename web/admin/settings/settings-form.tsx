import type { FormEvent } from 'react';
import type { Settings } from '../../../protocol/admin-objects.ts';
import { NOTE_CHARS_MAX } from '../../../protocol/limits.ts';
import { FormSection } from '../shell/form-section.tsx';
import { printCount } from '../shell/numbers.ts';
import { type Draft, type FieldFaults, RATES, type RateName, readWords } from './draft.ts';
import { FormRow, NumberInput, noteId, SpanInput, SwitchRow, TextRow } from './form-parts.tsx';
import { printMost, printRate, RATE_LABELS } from './settings-words.ts';
import { printSpan } from './span.ts';

interface SettingsFormProps {
  draft: Draft;
  base: Settings;
  changed: ReadonlySet<string>;
  faults: FieldFaults;
  onChange: (draft: Draft) => void;
  onSubmit: () => void;
}

/** Every setting that acts while the server runs. */
export function SettingsForm({ draft, base, changed, faults, onChange, onSubmit }: SettingsFormProps) {
  const put = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const was = (path: string, printed: string) => (changed.has(path) ? printed : undefined);
  const onOff = (on: boolean) => (on ? 'on' : 'off');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form id="settings" noValidate onSubmit={submit} className="max-w-[50rem]">
      <FormSection title="Limits" hint="They act at once, for everyone. Leave a number empty for no limit.">
        {RATES.map((name) => (
          <RateRow
            key={name}
            name={name}
            draft={draft}
            base={base}
            changed={changed}
            faults={faults}
            onChange={onChange}
          />
        ))}
        <FormRow
          path="limits.socket"
          label="Open sockets per session"
          was={was('limits.socket', printMost(base.limits, 'socket'))}
          fault={faults['limits.socket']}
        >
          <NumberInput
            path="limits.socket"
            value={draft.mosts.socket}
            isWrong={faults['limits.socket'] !== undefined}
            describedBy={faults['limits.socket'] && noteId('limits.socket')}
            placeholder="no limit"
            onChange={(socket) => put({ mosts: { ...draft.mosts, socket } })}
          />
        </FormRow>
      </FormSection>

      <FormSection title="Retention" hint="Rooms can choose less, never more.">
        {(['retention_max_seconds', 'retention_default_seconds'] as const).map((path) => (
          <FormRow
            key={path}
            path={path}
            label={path === 'retention_max_seconds' ? 'Longest' : 'Default for new rooms'}
            was={was(path, printSpan(base[path]))}
            fault={faults[path]}
          >
            <SpanInput
              path={path}
              unitLabel={path === 'retention_max_seconds' ? 'Unit of the longest' : 'Unit of the default'}
              span={draft[path]}
              isWrong={faults[path] !== undefined}
              describedBy={faults[path] && noteId(path)}
              fromMinutes
              onChange={(span) => put({ [path]: span })}
            />
          </FormRow>
        ))}
      </FormSection>

      <FormSection title="Rooms and people">
        <FormRow
          path="content_chars_max"
          label="Longest message"
          was={was('content_chars_max', printCount(base.content_chars_max))}
          fault={faults.content_chars_max}
        >
          <NumberInput
            path="content_chars_max"
            value={draft.content_chars_max}
            isWrong={faults.content_chars_max !== undefined}
            describedBy={faults.content_chars_max && noteId('content_chars_max')}
            onChange={(content_chars_max) => put({ content_chars_max })}
          />
          characters
        </FormRow>
        <FormRow
          path="limits.members"
          label="Largest room"
          was={was('limits.members', printMost(base.limits, 'members'))}
          fault={faults['limits.members']}
          hint="Leave it empty for no limit. Who is in stays in."
        >
          <NumberInput
            path="limits.members"
            value={draft.mosts.members}
            isWrong={faults['limits.members'] !== undefined}
            describedBy={noteId('limits.members')}
            placeholder="no limit"
            onChange={(members) => put({ mosts: { ...draft.mosts, members } })}
          />
          people
        </FormRow>
        <SwitchRow
          path="room_creation"
          label="People can open rooms"
          hint="Rooms that are there stay open."
          was={was('room_creation', onOff(base.room_creation))}
          fault={faults.room_creation}
          checked={draft.room_creation}
          onChange={(room_creation) => put({ room_creation })}
        />
        <SwitchRow
          path="session_creation"
          label="New people can come"
          hint="When off, only those who already have a session can use this server."
          was={was('session_creation', onOff(base.session_creation))}
          fault={faults.session_creation}
          checked={draft.session_creation}
          onChange={(session_creation) => put({ session_creation })}
        />
      </FormSection>

      <FormSection
        title="Refused words"
        hint="One a line. Names and messages with such a word are not taken; capitals don’t matter."
      >
        <TextRow
          path="refused_words"
          label="Refused words, one a line"
          rows={4}
          was={was('refused_words', countWords(base.refused_words.length, readWords(draft.refused_words).length))}
          fault={faults.refused_words}
          value={draft.refused_words}
          onChange={(refused_words) => put({ refused_words })}
        />
      </FormSection>

      <FormSection title="Notice" hint="Shown on the start page.">
        <TextRow
          path="notice"
          label="Notice"
          rows={2}
          was={was('notice', 'changed')}
          fault={faults.notice}
          value={draft.notice}
          counter={{ used: [...draft.notice].length, max: NOTE_CHARS_MAX }}
          onChange={(notice) => put({ notice })}
        />
      </FormSection>

      <FormSection title="Audit log">
        <FormRow
          path="audit_days"
          label="Kept for"
          was={was('audit_days', printCount(base.audit_days))}
          fault={faults.audit_days}
        >
          <NumberInput
            path="audit_days"
            value={draft.audit_days}
            isWrong={faults.audit_days !== undefined}
            describedBy={faults.audit_days && noteId('audit_days')}
            onChange={(audit_days) => put({ audit_days })}
          />
          days
        </FormRow>
      </FormSection>
    </form>
  );
}

const countWords = (before: number, now: number) =>
  before === now ? 'changed' : `was ${printCount(before)}, now ${printCount(now)}`;

interface RateRowProps extends Omit<SettingsFormProps, 'onSubmit'> {
  name: RateName;
}

/** So many in so much time. */
function RateRow({ name, draft, base, changed, faults, onChange }: RateRowProps) {
  const path = `limits.${name}`;
  const { label, hint } = RATE_LABELS[name];
  const rate = draft.rates[name];
  const put = (part: Partial<typeof rate>) =>
    onChange({ ...draft, rates: { ...draft.rates, [name]: { ...rate, ...part } } });
  const fault = faults[`${path}.count`] ?? faults[`${path}.seconds`];
  const describedBy = fault === undefined && hint === undefined ? undefined : noteId(path);
  return (
    <FormRow
      path={path}
      label={label}
      hint={hint}
      was={changed.has(path) ? printRate(base.limits, name) : undefined}
      fault={fault}
      asGroup
    >
      <NumberInput
        path={`${path}.count`}
        label="How many"
        value={rate.count}
        isWrong={faults[`${path}.count`] !== undefined}
        describedBy={describedBy}
        placeholder="no limit"
        onChange={(count) => put({ count })}
      />
      {rate.count.trim() !== '' && (
        <>
          in
          <SpanInput
            path={`${path}.seconds`}
            label="In what time"
            unitLabel="Unit of the time"
            span={rate.every}
            isWrong={faults[`${path}.seconds`] !== undefined}
            describedBy={describedBy}
            narrow
            onChange={(every) => put({ every })}
          />
        </>
      )}
    </FormRow>
  );
}
