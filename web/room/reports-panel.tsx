import { type Dispatch, type SetStateAction, useState } from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import { ApiError } from '../api.ts';
import { listOpenReports, resolveReport } from '../moderation-api.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { toast } from '../ui/toast.tsx';
import type { BlockTarget } from './block-dialog.tsx';
import { mayBlock } from './may-answer.ts';
import type { Members } from './members.ts';
import type { ReportList } from './open-reports.ts';
import { ReportCardBox } from './report-card.tsx';
import { cardsOf, type ReportCard, withOlder, withoutReports } from './report-list.ts';

interface ReportsPanelProps {
  room: Room;
  me: Member;
  members: Members;
  nowMs: number;
  list: ReportList;
  onReports: Dispatch<SetStateAction<ReportList>>;
  onBlock: (target: BlockTarget) => void;
}

const DONE = { dismiss: 'Dismissed', delete_message: 'Message deleted' } as const;

/** What people of this room have reported and nobody has answered yet. */
export function ReportsPanel({ room, me, members, nowMs, list, onReports, onBlock }: ReportsPanelProps) {
  const [busy, setBusy] = useState<{ id: string; action: keyof typeof DONE } | null>(null);
  const [wrong, setWrong] = useState<{ id: string; text: string } | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [pageError, setPageError] = useState<string | null>(null);
  const cards = cardsOf(list.reports);

  const resolve = async (card: ReportCard, action: keyof typeof DONE) => {
    const [first] = card.report_ids;
    if (first === undefined || busy !== null) return;
    setBusy({ id: card.message_id, action });
    setWrong(null);
    try {
      await resolveReport(first, { action });
      toast(DONE[action]);
      onReports((before) => withoutReports(before, ({ message }) => message.id === card.message_id));
    } catch (refused) {
      if (!(refused instanceof ApiError)) throw refused;
      if (refused.code === 'conflict' || refused.code === 'not_found') {
        toast('Somebody else has answered this report');
        onReports((before) => withoutReports(before, ({ message }) => message.id === card.message_id));
      } else setWrong({ id: card.message_id, text: refused.detail });
    } finally {
      setBusy(null);
    }
  };

  const showOlder = async () => {
    if (isLoading) return;
    setIsLoading(true);
    setPageError(null);
    try {
      const page = await listOpenReports(room.code, list.next_cursor);
      onReports((before) => withOlder(before, page));
    } catch (refused) {
      if (!(refused instanceof ApiError)) throw refused;
      setPageError(refused.detail);
    } finally {
      setIsLoading(false);
    }
  };

  return (
    <>
      <p className="mb-3 text-sm text-ink-3">People who report are never named.</p>
      {list.state === 'failed' && (
        <div className="mb-3">
          <Note tone="bad">The reports couldn’t be loaded. This page tries again in a moment.</Note>
        </div>
      )}
      {list.state === 'loading' && (
        <p role="status" className="text-sm text-ink-3">
          Loading reports…
        </p>
      )}
      {list.state === 'here' && cards.length === 0 && (
        <div className="py-6 text-center">
          <p className="font-medium">No open reports</p>
          <p className="mt-1 text-sm text-pretty text-ink-3">
            When somebody reports a message of this room, it stands here until one of you has answered it.
          </p>
        </div>
      )}
      <ul className="grid min-w-0 gap-3">
        {cards.map((card) => (
          <li key={card.message_id} className="min-w-0">
            <ReportCardBox
              card={card}
              nowMs={nowMs}
              busy={busy?.id === card.message_id ? busy.action : null}
              error={wrong?.id === card.message_id ? wrong.text : null}
              blockable={isBlockable(card, me, members)}
              own={card.versions[0]?.member_id === me.id}
              onResolve={(action) => void resolve(card, action)}
              onBlock={onBlock}
            />
          </li>
        ))}
      </ul>
      {list.next_cursor !== null && (
        <div className="mt-4 text-center">
          {pageError !== null && <p className="mb-2 text-sm text-danger-text">{pageError}</p>}
          <Button onClick={() => void showOlder()} busy={isLoading && 'Loading…'}>
            Show older
          </Button>
        </div>
      )}
    </>
  );
}

function isBlockable(card: ReportCard, me: Member, members: Members): boolean {
  const author = card.versions[0]?.member_id;
  return author !== undefined && mayBlock(me, author, members.get(author)?.role);
}
