/** Brings Base UI with it: fetched when it first opens. */
import { useRef, useState } from 'react';
import type { RoomEntry } from '../../../protocol/admin-objects.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.tsx';
import { useAct } from '../use-act.ts';
import { changeRoom } from './rooms-api.ts';
import { slowModes } from './slow-modes.ts';

/** How long everybody waits between two messages. */
export function SlowModeDialog({ room, onClose }: { room: RoomEntry; onClose: () => void }) {
  const [seconds, setSeconds] = useState(String(room.slow_mode_seconds));
  const { busy, error, run } = useAct();
  const choice = useRef<HTMLSelectElement>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      phone="sheet"
      initialFocus={choice}
      title={
        <>
          Slow mode in <bdi>{room.name}</bdi>
        </>
      }
      description="The time each person waits between messages. Owner and moderators don’t wait."
      onSubmit={() =>
        void run(async () => {
          await changeRoom(room.code, { slow_mode_seconds: Number(seconds) });
          toast('Saved');
          onClose();
        })
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="solid" type="submit" busy={busy && 'Saving…'}>
            Save
          </Button>
        </>
      }
    >
      <Field label="Wait">
        {(ids) => (
          <Select
            {...ids}
            ref={choice}
            options={slowModes(room.slow_mode_seconds)}
            value={seconds}
            onChange={setSeconds}
          />
        )}
      </Field>
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}
