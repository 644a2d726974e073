/** Brings Base UI with it: fetched when it first opens. */
import { type ReactNode, useState } from 'react';
import { NOTE_CHARS_MAX } from '../../../protocol/limits.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputClass } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useAct } from '../use-act.ts';
import { BAN_TIMES, type BanTime } from './ban-words.ts';
import type { BanOrder } from './sessions-api.ts';

interface BanDialogProps {
  /** `Ban Salt Wind?` */
  title: ReactNode;
  /** Who it is about, in the sentence that says what happens. */
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

/** How long, and why. */
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
  const used = [...reason].length;
  const ban = () => {
    if (used > NOTE_CHARS_MAX) return;
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
      title={title}
      description={`${many ? 'They leave every room and are' : 'It leaves every room and is'} disconnected. A ban holds a session and not a person: whoever it is can come back under a new one.${also === undefined ? '' : ` ${also}`}`}
      onSubmit={ban}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" type="submit" aria-disabled={used > NOTE_CHARS_MAX} busy={busy && 'Banning…'}>
            {many ? 'Ban them' : 'Ban'}
          </Button>
        </>
      }
    >
      <Segmented legend="For how long" options={BAN_TIMES} value={time} onChange={setTime} />
      <Field
        label="Reason"
        hint={reasonHint ?? 'For your own notes. The person is not told.'}
        error={used > NOTE_CHARS_MAX && `${used - NOTE_CHARS_MAX} over the limit`}
        counter={{ used, max: NOTE_CHARS_MAX }}
      >
        {(ids) => (
          <textarea
            {...ids}
            dir="auto"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            className={classes(inputClass, 'h-auto resize-y py-[9px] max-sm:h-auto')}
          />
        )}
      </Field>
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}
