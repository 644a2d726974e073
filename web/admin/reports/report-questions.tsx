import type { ReportDetail } from '../../../protocol/admin-objects.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { toast } from '../../ui/toast.tsx';
import { banSession } from '../sessions/sessions-api.ts';
import { deleteReportedMessage, forgetLists, resolveReport } from './reports-api.ts';

const BanDialog = lazyPart(
  () => import('../sessions/ban-dialog.tsx'),
  (module) => module.BanDialog,
);
const BurnDialog = lazyPart(
  () => import('../rooms/burn-dialog.tsx'),
  (module) => module.BurnDialog,
);
const DeleteDialog = lazyPart(
  () => import('../delete-dialog.tsx'),
  (module) => module.DeleteDialog,
);

export type Asking = 'delete' | 'ban' | 'burn';

interface ReportQuestionsProps {
  asking: Asking;
  report: ReportDetail;
  onClose: () => void;
  /** The report has gone with its room. */
  onGone: () => void;
}

/** What is asked before something is done that can't be undone. */
export function ReportQuestions({ asking, report, onClose, onGone }: ReportQuestionsProps) {
  const isOpen = report.status === 'open';
  const { message, author_session_id: author } = report;
  const closing = isOpen ? 'This closes the report, and every other open one about the message.' : undefined;
  return (
    <>
      {asking === 'delete' && (
        <DeleteDialog
          nickname={message.nickname}
          also={closing}
          onDelete={async () => {
            if (isOpen) await resolveReport(report.id, { action: 'delete_message' });
            else await deleteReportedMessage(report);
            toast('Message deleted');
          }}
          onClose={onClose}
        />
      )}
      {asking === 'ban' && author !== null && (
        <BanDialog
          title={
            <>
              Ban <bdi>{message.nickname}</bdi>?
            </>
          }
          also={closing}
          reason={report.note}
          reasonHint={
            isOpen
              ? 'It becomes the note of the report, which the room’s owner and moderators can see. The person isn’t told why.'
              : undefined
          }
          onBan={async ({ reason, duration_seconds }) => {
            const lasting = duration_seconds === undefined ? {} : { duration_seconds };
            if (!isOpen) await banSession(author, { ...lasting, ...(reason !== undefined && { reason }) });
            else {
              const note = reason === undefined ? {} : { note: reason };
              await resolveReport(report.id, { action: 'ban_session', ...lasting, ...note });
            }
            toast('Banned');
          }}
          onClose={onClose}
        />
      )}
      {asking === 'burn' && (
        <BurnDialog
          code={report.room_code}
          name={report.room_name}
          onBurned={() => {
            forgetLists();
            onGone();
          }}
          onClose={onClose}
        />
      )}
    </>
  );
}
