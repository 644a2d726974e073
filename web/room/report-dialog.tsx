/** Brings Base UI with it: fetched when it first opens. */
import { useRef, useState } from 'react';
import { REPORT_DAYS } from '../../protocol/limits.ts';
import type { Message, ReportReason } from '../../protocol/objects.ts';
import { ApiError } from '../api.ts';
import { reportMessage } from '../moderation-api.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { CheckRow } from '../ui/check-row.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { nameColor } from '../ui/mask.ts';
import { Note } from '../ui/note.tsx';
import { isNoteTooLong, NoteField } from '../ui/note-field.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { toast } from '../ui/toast.tsx';
import { REPORT_REASONS } from './report-reasons.ts';
import { createdMs, timeOfDay } from './time.ts';

interface ReportDialogProps {
  message: Message;
  /** Of the author. */
  muted: boolean;
  onMute: () => void;
  onClose: () => void;
}

/** Shows a message to those who keep order. Says who will see it, and for how long. */
export function ReportDialog({ message, muted, onMute, onClose }: ReportDialogProps) {
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [details, setDetails] = useState('');
  const [alsoMute, setAlsoMute] = useState(!muted);
  const [busy, setBusy] = useState(false);
  const [noReason, setNoReason] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);

  const submit = async () => {
    if (busy) return;
    if (reason === null) {
      setNoReason(true);
      return first.current?.focus();
    }
    if (isNoteTooLong(details)) return noteField.current?.focus();
    setBusy(true);
    setError(null);
    try {
      const done = await reportMessage(message.id, { reason, details: details.trim() });
      if (alsoMute && !muted) onMute();
      toast(done === 'already' ? 'You have reported this already.' : 'Report sent. The person is not told.');
      onClose();
    } catch (refused) {
      if (!(refused instanceof ApiError)) throw refused;
      setError(refused.code === 'not_found' ? 'This message is gone: it can’t be reported any more.' : refused.detail);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      width="narrow"
      phone="sheet"
      title="Report this message"
      initialFocus={first}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="solid" type="submit" busy={busy && 'Sending…'}>
            Send report
          </Button>
        </>
      }
    >
      <Repeated message={message} />
      <RadioList
        legend="What’s wrong with it?"
        options={REPORT_REASONS}
        value={reason}
        firstRef={first}
        error={noReason && 'Choose what fits best.'}
        onChange={(chosen) => {
          setReason(chosen);
          setNoReason(false);
        }}
      />
      <NoteField
        ref={noteField}
        label="Note for the moderators"
        placeholder="What should they know?"
        value={details}
        onChange={setDetails}
      />
      <Note>
        The moderators of this room and the operator of this server see this message as it is now. It is kept with the
        report for up to {REPORT_DAYS} days, also when it vanishes here. Only the operator can see who reported it.
      </Note>
      {!muted && (
        <CheckRow
          label={
            <>
              Also mute <bdi>{message.nickname}</bdi> for me
            </>
          }
          checked={alsoMute}
          onChange={setAlsoMute}
        />
      )}
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}

function Repeated({ message }: { message: Message }) {
  return (
    <div className="min-w-0 rounded-lg bg-sunken px-3 py-2.5 forced-colors:border">
      <div className="flex min-w-0 items-center gap-2">
        <Avatar memberId={message.member_id} size={20} />
        <b className="min-w-0 truncate text-sm" style={{ color: nameColor(message.member_id) }}>
          <bdi>{message.nickname}</bdi>
        </b>
        <span className="text-xs text-ink-3">{timeOfDay(createdMs(message))}</span>
      </div>
      <p dir="auto" className="mt-1 line-clamp-6 wrap-anywhere whitespace-pre-line">
        {message.content}
      </p>
    </div>
  );
}
