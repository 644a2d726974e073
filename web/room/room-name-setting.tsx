import { type FormEvent, useState } from 'react';
import { ROOM_NAME_CHARS } from '../../protocol/limits.ts';
import { characters, roomNameRule } from '../../protocol/text.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

/** The name, with a button that is there once it differs. */
export function RoomNameSetting({ name, onSave }: { name: string; onSave: (name: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState(name);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const ruled = roomNameRule(typed);
    if (!ruled.ok) return setError(ruled.reason);
    setError(null);
    if (ruled.text === name) return setTyped(name);
    setBusy(true);
    await onSave(ruled.text);
    setBusy(false);
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label="Room name"
        dir="auto"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={error}
        counter={typed === name ? undefined : { used: characters(typed), max: ROOM_NAME_CHARS.max }}
        beside={
          typed !== name && (
            <Button type="submit" className="h-10 max-sm:h-11" busy={busy && 'Saving…'}>
              Save
            </Button>
          )
        }
      />
    </form>
  );
}
