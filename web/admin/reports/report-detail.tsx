import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportDetail } from '../../../protocol/admin-objects.ts';
import { printRoomCode } from '../../../protocol/room-code.ts';
import { ApiError } from '../../api.ts';
import { createdMs } from '../../room/time.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { nameColor } from '../../ui/mask.ts';
import { toast } from '../../ui/toast.tsx';
import { PlainText } from '../plain-text.tsx';
import { banSession } from '../sessions/sessions-api.ts';
import { Key } from '../shell/keys.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { printCount } from '../shell/numbers.ts';
import { useKeys } from '../shortcuts.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { Copyable, Mono } from '../table/copyable.tsx';
import { Detail, Facts } from '../table/detail.tsx';
import { shortId } from '../table/short.ts';
import { age, fullTime, shortTime } from '../table/when.ts';
import { useAct } from '../use-act.ts';
import { ReportNote } from './report-note.tsx';
import { REASONS, RESOLUTIONS, STATUSES } from './report-words.ts';
import { deleteReportedMessage, forgetLists, noteReport, readReport, reportKey, resolveReport } from './reports-api.ts';

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

interface ReportPaneProps {
  id: string;
  nowMs: number;
  onClose: () => void;
}

/** A report with what was said. Every opening is a look of its own, so nothing is kept from the one before. */
export function ReportPane({ id, nowMs, onClose }: ReportPaneProps) {
  const query = useQuery({
    queryKey: reportKey(id),
    queryFn: () => readReport(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  if (query.data !== undefined) return <Report report={query.data} nowMs={nowMs} onClose={onClose} />;
  const isGone = query.error instanceof ApiError && query.error.code === 'not_found';
  return (
    <Detail title="Report" back="reports" onClose={onClose}>
      {query.error === null && (
        <p role="status" className="text-ink-3">
          Loading…
        </p>
      )}
      {isGone && <p>This report is gone. Reports go with their room, and after 30 days.</p>}
      {query.error !== null && !isGone && (
        <LoadFailure error={query.error} busy={query.isFetching} onTry={() => void query.refetch()} />
      )}
    </Detail>
  );
}

type Asking = 'delete' | 'ban' | 'burn' | null;

function Report({ report, nowMs, onClose }: { report: ReportDetail; nowMs: number; onClose: () => void }) {
  const [asking, setAsking] = useState<Asking>(null);
  const dismissing = useAct();
  const isOpen = report.status === 'open';
  const { message } = report;
  const dismiss = () =>
    void dismissing.run(async () => {
      await resolveReport(report.id, { action: 'dismiss' });
      toast('Dismissed');
    });
  const mayDelete = report.message_exists;
  const mayBan = report.author_session_id !== null;

  useKeys({
    d: () => mayDelete && setAsking('delete'),
    b: () => mayBan && setAsking('ban'),
    e: () => isOpen && dismiss(),
  });

  return (
    <Detail
      title={REASONS[report.reason]}
      badge={<Badge tone={isOpen ? 'warn' : 'plain'}>{STATUSES[report.status]}</Badge>}
      back="reports"
      onClose={onClose}
    >
      <article
        aria-label={`Message of ${message.nickname}`}
        className="rounded-lg bg-surface px-4 py-3.5 inset-ring inset-ring-line-2 forced-colors:border"
      >
        <div className="flex gap-2.5">
          <Avatar memberId={message.member_id} size={28} />
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline gap-1.5">
              {/* The hue of the mask is worked out, so no class can name it. */}
              <bdi className="truncate font-semibold" style={{ color: nameColor(message.member_id) }}>
                {message.nickname}
              </bdi>
              <span className="flex-none text-xs text-ink-3 tabular-nums">{shortTime(createdMs(message), nowMs)}</span>
            </div>
            <PlainText text={message.content} className="text-base" />
            {message.edited_at !== null && <span className="text-xs text-ink-3">edited before it was reported</span>}
          </div>
        </div>
      </article>
      <p className="mt-2 mb-4 text-xs text-ink-3">Opening this was written to the audit log.</p>
      <Facts
        rows={[
          ['Room', <bdi key="room">{report.room_name}</bdi>],
          [
            'Code',
            <Copyable key="code" text={printRoomCode(report.room_code)} what="Code">
              <span className="tracking-[0.015em]">{printRoomCode(report.room_code)}</span>
            </Copyable>,
          ],
          ['Reported', `${ago(report.created_at, nowMs)}, ${fullTime(Date.parse(report.created_at))}`],
          [
            'Reporter wrote',
            report.details === '' ? (
              <span key="details" className="text-ink-3">
                nothing
              </span>
            ) : (
              <PlainText key="details" text={report.details} />
            ),
          ],
          ['Reports', `${printCount(report.reports_of_message)} of this message`],
          [
            'Sender',
            report.author_session_id === null ? (
              'the session has ended'
            ) : (
              <Copyable key="author" text={report.author_session_id} what="Session id">
                <Mono>{shortId(report.author_session_id)}</Mono>
              </Copyable>
            ),
          ],
          report.message_exists ? null : ['Message', 'no longer in the room'],
          report.resolved_at === null
            ? null
            : [
                'Closed',
                `${report.resolution === null ? '' : `${RESOLUTIONS[report.resolution]}, `}${fullTime(Date.parse(report.resolved_at))}`,
              ],
        ]}
      />
      <div className="mt-5 grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        <Act letter="D" off={!mayDelete} onAct={() => setAsking('delete')}>
          Delete message
        </Act>
        <Act letter="B" danger off={!mayBan} onAct={() => setAsking('ban')}>
          Ban sender…
        </Act>
        <Act letter="E" off={!isOpen} busy={dismissing.busy && 'Dismissing…'} onAct={dismiss}>
          Dismiss
        </Act>
        <Act danger onAct={() => setAsking('burn')}>
          Burn room…
        </Act>
      </div>
      {dismissing.error !== null && (
        <p role="alert" className="mt-2 text-danger-text">
          {dismissing.error}
        </p>
      )}
      {!mayBan && <p className="mt-2 text-ink-3">The sender’s session has ended, so there is nobody left to ban.</p>}
      <ReportNote key={report.note} note={report.note} onSave={(note) => noteReport(report.id, note)} />

      {asking === 'delete' && (
        <DeleteDialog
          nickname={message.nickname}
          also={isOpen ? 'This closes the report, and every other open one about the message.' : undefined}
          onDelete={async () => {
            if (isOpen) await resolveReport(report.id, { action: 'delete_message' });
            else await deleteReportedMessage(report);
            toast('Message deleted');
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'ban' && report.author_session_id !== null && (
        <BanDialog
          title={
            <>
              Ban <bdi>{message.nickname}</bdi>?
            </>
          }
          also={isOpen ? 'This closes the report, and every other open one about the message.' : undefined}
          reason={report.note}
          reasonHint={
            isOpen
              ? 'It becomes the note of the report, which the room’s owner and moderators can see. The person is not told.'
              : undefined
          }
          onBan={async ({ reason, duration_seconds }) => {
            const lasting = duration_seconds === undefined ? {} : { duration_seconds };
            const why = reason === undefined ? {} : { reason };
            const note = reason === undefined ? {} : { note: reason };
            if (isOpen) await resolveReport(report.id, { action: 'ban_session', ...lasting, ...note });
            else await banSession(report.author_session_id ?? '', { ...lasting, ...why });
            toast('Banned');
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'burn' && (
        <BurnDialog
          code={report.room_code}
          name={report.room_name}
          onBurned={() => {
            forgetLists();
            onClose();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </Detail>
  );
}

function ago(time: string, nowMs: number): string {
  const passed = age(Date.parse(time), nowMs);
  return passed === 'now' ? 'just now' : `${passed} ago`;
}

interface ActProps {
  /** The key that does the same. */
  letter?: string;
  danger?: boolean;
  off?: boolean;
  busy?: string | false;
  onAct: () => void;
  children: string;
}

function Act({ letter, danger = false, off = false, busy, onAct, children }: ActProps) {
  const hasKeys = useSingleKeys();
  return (
    <Button
      size="sm"
      kind={danger ? 'danger-line' : 'line'}
      aria-disabled={off}
      busy={busy}
      onClick={() => !off && onAct()}
    >
      {children}
      {letter !== undefined && hasKeys && (
        <span aria-hidden="true" className="max-sm:hidden">
          <Key>{letter}</Key>
        </span>
      )}
    </Button>
  );
}
