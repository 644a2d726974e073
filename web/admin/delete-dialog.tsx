/** Brings Base UI with it: fetched when it first opens. */
import { ConfirmDialog } from '../room/confirm-dialog.tsx';
import { useAct } from './use-act.ts';

interface DeleteDialogProps {
  nickname: string;
  /** More that happens besides. */
  also?: string | undefined;
  onDelete: () => Promise<void>;
  onClose: () => void;
}

/** Asks before a message is deleted for everyone. */
export function DeleteDialog({ nickname, also, onDelete, onClose }: DeleteDialogProps) {
  const { busy, error, run } = useAct();
  return (
    <ConfirmDialog
      title={
        <>
          Delete this message of <bdi>{nickname}</bdi>?
        </>
      }
      text={`It goes now, for everyone in the room. No one can undo it.${also === undefined ? '' : ` ${also}`}`}
      keep="Keep it"
      act="Delete message"
      busy={busy && 'Deleting…'}
      error={error}
      onConfirm={() =>
        void run(async () => {
          await onDelete();
          onClose();
        })
      }
      onClose={onClose}
    />
  );
}
