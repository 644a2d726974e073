import { type FormEvent, useRef, useState } from 'react';
import { type RoomCode, readRoomCodeOrLink } from '../../protocol/room-code.ts';
import { Button, type ButtonLook } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';

export const BAD_CODE = 'Codes have 12 characters, like K7QM-3F9T-XW2A.';

interface JoinFormProps {
  label: string;
  labelHidden?: boolean;
  action: string;
  kind: ButtonLook['kind'];
  /** What stands in the field at first. */
  code?: string;
  busy: boolean;
  onJoin: (code: RoomCode) => void;
  /** A refusal of the code, from outside. */
  error?: string | null;
}

/** Takes a code, with or without dashes, or a whole link as it was pasted. */
export function JoinForm({ label, labelHidden, action, kind, code = '', busy, onJoin, error }: JoinFormProps) {
  const [typed, setTyped] = useState(code);
  const [badCode, setBadCode] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const read = readRoomCodeOrLink(typed);
    setBadCode(read === null);
    if (read === null) field.current?.focus();
    else onJoin(read);
  };
  return (
    <form noValidate onSubmit={submit}>
      <TextField
        ref={field}
        label={label}
        labelHidden={labelHidden}
        placeholder="K7QM-3F9T-XW2A"
        autoCapitalize="characters"
        value={typed}
        error={badCode ? BAD_CODE : error}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setBadCode(false);
        }}
        beside={
          <Button kind={kind} type="submit" busy={busy && '…'} className="h-10 max-sm:h-11">
            {action}
          </Button>
        }
      />
    </form>
  );
}
