/** Brings Base UI with it: fetched when it first opens. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Note } from '../ui/note.tsx';

interface ConfirmDialogProps {
  title: ReactNode;
  text: ReactNode;
  keep: string;
  act: string;
  /** Nothing is lost by it: a plain button. */
  harmless?: boolean;
  busy: string | false;
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what is about to happen and asks. The way back has the focus. */
export function ConfirmDialog({
  title,
  text,
  keep,
  act,
  harmless = false,
  busy,
  error = null,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={title}
      description={text}
      width="narrow"
      phone="sheet"
      footer={
        <>
          <Button onClick={onClose}>{keep}</Button>
          <Button kind={harmless ? 'solid' : 'danger'} busy={busy} onClick={onConfirm}>
            {act}
          </Button>
        </>
      }
    >
      {error !== null && <Note tone="bad">{error}</Note>}
    </Dialog>
  );
}
