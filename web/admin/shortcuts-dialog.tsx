/** Brings Base UI with it: fetched when it first opens. */
import { useId } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { Key } from './shell/keys.tsx';
import { SECTIONS } from './shell/sections.ts';
import { allowSingleKeys, useSingleKeys } from './single-keys.ts';

type Row = readonly [keys: readonly string[], does: string];

const GROUPS: readonly { title: string; rows: readonly Row[] }[] = [
  { title: 'Go to', rows: SECTIONS.map(({ letter, label }) => [['G', letter.toUpperCase()], label]) },
  {
    title: 'In lists',
    rows: [
      [['J'], 'Next row'],
      [['K'], 'Row before'],
      [['X'], 'Select'],
      [['Enter'], 'Open'],
      [['/'], 'Find'],
    ],
  },
  {
    title: 'Reports and sessions',
    rows: [
      [['D'], 'Delete the message'],
      [['B'], 'Ban'],
      [['U'], 'Lift a ban'],
      [['E'], 'Dismiss the report'],
    ],
  },
  {
    title: 'Rooms',
    rows: [
      [['L'], 'Lock or unlock'],
      [['S'], 'Slow mode'],
      [['Shift', 'B'], 'Burn'],
    ],
  },
  { title: 'Charts', rows: [[['←', '→'], 'Move along the line']] },
];

/** All shortcuts, and the switch that turns the ones that type a character off. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const label = useId();
  const on = useSingleKeys();
  return (
    <Dialog open onClose={onClose} title="Keyboard shortcuts">
      <SettingRow
        label="Single-key shortcuts"
        labelId={label}
        hint="Turn them off if speech input or a switch presses keys by accident. Kept in this browser."
      >
        <Switch checked={on} onChange={allowSingleKeys} labelledBy={label} />
      </SettingRow>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {GROUPS.map(({ title, rows }) => (
          <section key={title}>
            <h3 className="mb-1.5 text-sm font-semibold">{title}</h3>
            <dl className="text-sm">
              {rows.map(([keys, does]) => (
                <div key={does} className="flex min-h-7 items-center justify-between gap-3">
                  <dt className="text-ink-2">{does}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <Key key={key}>{key}</Key>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="text-sm text-ink-3">
        They act while no field has the focus. Keys that can harm only open the question.
      </p>
    </Dialog>
  );
}
