/** Brings Base UI with it: fetched when it first opens. */
import { useRef, useState } from 'react';
import type { Room } from '../../protocol/objects.ts';
import { ApiError } from '../api.ts';
import { blockSession, resolveReport } from '../moderation-api.ts';
import { Button } from '../ui/button.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';
import { isNoteTooLong, NoteField } from '../ui/note-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { toast } from '../ui/toast.tsx';

/** Who is to be kept out, and the report that this answers, if it does. */
export interface BlockTarget {
  member_id: string;
  nickname: string;
  report_id: string | null;
}

interface BlockDialogProps {
  target: BlockTarget;
  room: Room;
  onInvite: () => void;
  onClose: () => void;
}

const FOR_GOOD = '0';
/** Seconds, as the value. */
const DURATIONS = [
  { value: '3600', label: '1 h' },
  { value: '86400', label: '24 h' },
  { value: '604800', label: '7 d' },
  { value: FOR_GOOD, label: 'For good' },
] as const;

/** Puts somebody out of the room: for how long, and what goes with them. */
export function BlockDialog({ target, room, onInvite, onClose }: BlockDialogProps) {
  const [duration, setDuration] = useState<(typeof DURATIONS)[number]['value']>(FOR_GOOD);
  const [deletes, setDeletes] = useState(false);
  const [rotates, setRotates] = useState(true);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);

  const submit = async () => {
    if (busy) return;
    if (isNoteTooLong(reason)) return noteField.current?.focus();
    setBusy(true);
    setError(null);
    try {
      await blockSession(room.code, {
        member_id: target.member_id,
        reason: reason.trim(),
        ...(duration !== FOR_GOOD && { duration_seconds: Number(duration) }),
        delete_messages: deletes,
        rotate_code: rotates,
      });
      // After the block, which it leaves as it was chosen.
      if (target.report_id !== null) await answer(target.report_id);
    } catch (refused) {
      if (!(refused instanceof ApiError)) throw refused;
      setError(refused.detail);
      return setBusy(false);
    }
    toast(
      rotates ? 'Blocked. The room has a new code.' : 'Blocked',
      rotates ? { label: 'Invite', run: onInvite } : undefined,
    );
    onClose();
  };

  return (
    <Dialog
      open
      alert
      onClose={onClose}
      width="narrow"
      phone="sheet"
      initialFocus={back}
      title={
        <span className="block wrap-anywhere">
          Block <bdi>{target.nickname}</bdi>?
        </span>
      }
      description="They are out at once, and can’t come back while the block lasts."
      onSubmit={() => void submit()}
      footer={
        <>
          <Button ref={back} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" busy={busy && 'Blocking…'}>
            Block
          </Button>
        </>
      }
    >
      <Segmented legend="For how long" options={DURATIONS} value={duration} onChange={setDuration} />
      <CheckRow
        label="Change the room’s code"
        hint={
          rotates
            ? 'So they can’t come back under a new name. Everyone else stays; send the new link to people you invite.'
            : 'Anyone who has the code can come back with it, as somebody new.'
        }
        checked={rotates}
        onChange={setRotates}
      />
      <CheckRow
        label="Delete their messages"
        hint="All that they wrote here, for everyone. No one can undo it."
        checked={deletes}
        onChange={setDeletes}
      />
      <NoteField
        ref={noteField}
        label="Reason"
        hint="Owner and moderators see it in the list of blocked people."
        value={reason}
        onChange={setReason}
      />
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}

/** Before the block with all that was chosen, as this blocks for good and asks for nothing. */
async function answer(reportId: string): Promise<void> {
  try {
    await resolveReport(reportId, { action: 'block_member' });
  } catch (refused) {
    // Somebody else was quicker, or it has gone with its time: the block is made all the same.
    const isAnswered = refused instanceof ApiError && (refused.code === 'conflict' || refused.code === 'not_found');
    if (!isAnswered) throw refused;
  }
}
