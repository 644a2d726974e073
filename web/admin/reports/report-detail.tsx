import { useState } from 'react';
import type { ReportDetail } from '../../../protocol/admin-objects.ts';
import { printRoomCode } from '../../../protocol/room-code.ts';
import { ago } from '../../room/ago.ts';
import { reasonName } from '../../room/report-reasons.ts';
import { createdMs } from '../../room/time.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { nameColor } from '../../ui/mask.ts';
import { toast } from '../../ui/toast.tsx';
import { PlainText } from '../plain-text.tsx';
import { Key } from '../shell/keys.tsx';
import { printCount } from '../shell/numbers.ts';
import { useKeys } from '../shortcuts.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { Copyable, Mono } from '../table/copyable.tsx';
import { Detail, Facts } from '../table/detail.tsx';
import { shortId } from '../table/short.ts';
import { fullTime, shortTime } from '../table/when.ts';
import { useAct } from '../use-act.ts';
import { ReportNote } from './report-note.tsx';
import { type Asking, ReportQuestions } from './report-questions.tsx';
import { RESOLUTIONS, STATUSES } from './report-words.ts';
import { noteReport, resolveReport } from './reports-api.ts';

/** What was said, what is known of it, and what can be done. */
export function Report({ report, nowMs, onClose }: { report: ReportDetail; nowMs: number; onClose: () => void }) {
  const [asking, setAsking] = useState<Asking | null>(null);
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
      title={reasonName(report.reason)}
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
          ['Reported', `${ago(Date.parse(report.created_at), nowMs)}, ${fullTime(Date.parse(report.created_at))}`],
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

      {asking !== null && (
        <ReportQuestions asking={asking} report={report} onClose={() => setAsking(null)} onGone={onClose} />
      )}
    </Detail>
  );
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
