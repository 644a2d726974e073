import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { forget } from './forget.ts';
// Comes along, so that it can be shown when the server is away.
import './wiped-page.tsx';

/** What forgetting does, and whether the messages go too. */
export function WipeDialog({ onClose }: { onClose: () => void }) {
  const [eraseMessages, setEraseMessages] = useState(false);
  const [busy, setBusy] = useState(false);

  const submit = () => {
    setBusy(true);
    void forget({ eraseMessages });
  };

  return (
    <Dialog
      open
      onClose={() => !busy && onClose()}
      alert
      width="narrow"
      phone="sheet"
      title="Forget me?"
      description="Your session on this server ends, and you leave every room: rooms that you own are handed on. What this browser holds is erased, in all its tabs. No one can undo it."
      onSubmit={submit}
      footer={
        <>
          <Button kind="ghost" onClick={onClose} disabled={busy}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" busy={busy && 'Forgetting…'}>
            Forget me
          </Button>
        </>
      }
    >
      <CheckRow
        label="Also delete my messages in the rooms I’m in"
        hint="Otherwise they stay, under your nickname, until each room’s timer runs out. Either way, reported ones are kept with their report."
        checked={eraseMessages}
        onChange={setEraseMessages}
      />
    </Dialog>
  );
}
