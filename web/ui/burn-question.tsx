/** Brings Base UI with it: fetched when it first opens. */
import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { Note } from './note.tsx';

const WORD = 'burn';

interface BurnQuestionProps {
  /** Of the room. */
  name: string;
  /** What is lost, and that nobody can undo it. */
  description: string;
  busy: boolean;
  error: string | null;
  onBurn: () => void;
  onClose: () => void;
}

/** Takes a word to burn a room: it can't be undone. */
export function BurnQuestion({ name, description, busy, error, onBurn, onClose }: BurnQuestionProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isSure = typed.trim().toLowerCase() === WORD;
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      width="narrow"
      phone="sheet"
      initialFocus={field}
      title={
        <>
          Burn <bdi>{name}</bdi>?
        </>
      }
      description={description}
      onSubmit={() => isSure && !busy && onBurn()}
      footer={
        <>
          <Button onClick={onClose}>Keep room</Button>
          <Button kind="danger" type="submit" aria-disabled={!isSure} busy={busy && 'Burning…'}>
            Burn room
          </Button>
        </>
      }
    >
      <TextField
        ref={field}
        label={
          <>
            Type <b>{WORD}</b> to confirm
          </>
        }
        autoCapitalize="none"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}
