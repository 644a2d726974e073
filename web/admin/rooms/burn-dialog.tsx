/** Brings Base UI with it: fetched when it first opens. */
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { toast } from '../../ui/toast.tsx';
import { printCount } from '../shell/numbers.ts';
import { useAct } from '../use-act.ts';
import { burnRoom } from './rooms-api.ts';

const WORD = 'burn';

interface BurnDialogProps {
  code: string;
  name: string;
  /** How many are in it, where that is known. */
  people?: number;
  onBurned: () => void;
  onClose: () => void;
}

/** Takes a word to burn a room: it can't be undone. */
export function BurnDialog({ code, name, people, onBurned, onClose }: BurnDialogProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { busy, error, run } = useAct();
  const isSure = typed.trim().toLowerCase() === WORD;
  const burn = () =>
    void run(async () => {
      await burnRoom(code);
      toast('Room burned');
      onClose();
      onBurned();
    });
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
      description={`Every message, the invite and the member list are erased now, for ${people === undefined ? 'everyone in it' : people === 1 ? 'the one person in it' : `all ${printCount(people)} people`}; reports from this room go with it. No one can undo it, not even you.`}
      onSubmit={() => isSure && burn()}
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
