/** Brings Base UI with it: fetched when it first opens. */
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { isNoteTooLong, NoteField } from '../../ui/note-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useAct } from '../use-act.ts';
import { BAN_TIMES, type BanTime } from './ban-words.ts';
import type { BanOrder } from './sessions-api.ts';

interface BanDialogProps {
  /** `Ban Salt Wind?` */
  title: ReactNode;
  /** Several are banned at once. */
  many?: boolean;
  /** More that happens besides. */
  also?: string | undefined;
  /** What stands in the field for the reason at first. */
  reason?: string;
  /** Who gets to see the reason. */
  reasonHint?: string | undefined;
  onBan: (order: BanOrder) => Promise<void>;
  onClose: () => void;
}

/** How long, and why. The way back has the focus. */
export function BanDialog({
  title,
  many = false,
  also,
  reason: known = '',
  reasonHint,
  onBan,
  onClose,
}: BanDialogProps) {
  const [time, setTime] = useState<BanTime>('86400');
  const [reason, setReason] = useState(known);
  const { busy, error, run } = useAct();
  const back = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const ban = () => {
    if (isNoteTooLong(reason)) return field.current?.focus();
    void run(async () => {
      await onBan({
        ...(reason.trim() === '' ? {} : { reason }),
        ...(time === '' ? {} : { duration_seconds: Number(time) }),
      });
      onClose();
    });
  };
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      width="narrow"
      phone="sheet"
      initialFocus={back}
      title={<span className="block wrap-anywhere">{title}</span>}
      description={`They leave every room and are disconnected. A ban holds a session and not a person: whoever it is can come back under a new one.${also === undefined ? '' : ` ${also}`}`}
      onSubmit={ban}
      footer={
        <>
          <Button ref={back} onClick={onClose}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" busy={busy && 'Banning…'}>
            {many ? 'Ban them' : 'Ban'}
          </Button>
        </>
      }
    >
      <Segmented legend="For how long" options={BAN_TIMES} value={time} onChange={setTime} />
      <NoteField
        ref={field}
        label="Reason"
        hint={reasonHint ?? 'For your own notes. The person isn’t told why.'}
        value={reason}
        onChange={setReason}
      />
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}
