import { useState } from 'react';
import { useSite } from '../site.ts';
import {
  printRetention,
  readRetention,
  splitRetention,
  type Unit,
  usualRetentions,
  wordRetention,
} from '../start/retention.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { SettingRow } from '../ui/setting-row.tsx';

const UNITS = [
  { value: 'minutes', label: 'minutes' },
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
] as const;

/** How long messages stay: a usual time, or one's own. @param seconds as it is now */
export function RetentionSetting({ seconds, onChoose }: { seconds: number; onChoose: (seconds: number) => void }) {
  const [custom, setCustom] = useState<{ amount: string; unit: Unit } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const longest = useSite().retention_max_seconds;
  const usual = usualRetentions(longest);
  const isUsual = usual.some((option) => option.value === String(seconds));
  const options = [
    ...usual,
    ...(isUsual ? [] : [{ value: String(seconds), label: printRetention(seconds) }]),
    { value: 'custom', label: 'Custom…' },
  ];

  const choose = (value: string) => {
    if (value !== 'custom') {
      setCustom(null);
      return onChoose(Number(value));
    }
    const { amount, unit } = splitRetention(seconds);
    setCustom({ amount: String(amount), unit });
  };
  const set = () => {
    if (custom === null) return;
    const read = readRetention(custom.amount, custom.unit, longest);
    setError(read === null ? `A time between 1 minute and ${wordRetention(longest)}.` : null);
    if (read !== null) onChoose(read);
  };

  return (
    <>
      <SettingRow
        label="Messages vanish after"
        hint="A shorter time also applies to messages already here. Reported ones are kept with their report."
        htmlFor="retention"
      >
        <Select
          id="retention"
          options={options}
          value={custom === null ? String(seconds) : 'custom'}
          onChange={choose}
        />
      </SettingRow>
      {custom !== null && (
        <div className="pb-3">
          <TextField
            label="Custom time"
            inputMode="numeric"
            value={custom.amount}
            onChange={(event) => setCustom({ ...custom, amount: event.currentTarget.value })}
            error={error}
            beside={
              <>
                <Select
                  aria-label="Unit"
                  options={UNITS}
                  value={custom.unit}
                  onChange={(unit) => setCustom({ ...custom, unit: unit as Unit })}
                />
                <Button className="h-10 max-sm:h-11" onClick={set}>
                  Set
                </Button>
              </>
            }
          />
        </div>
      )}
    </>
  );
}
