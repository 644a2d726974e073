import { useLocation } from 'wouter';
import type { SessionEntry } from '../../../protocol/admin-objects.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { printCount } from '../shell/numbers.ts';
import { Copyable, Mono } from '../table/copyable.tsx';
import { Detail, Facts } from '../table/detail.tsx';
import { fullTime } from '../table/when.ts';
import { holds, printBanEnd } from './ban-words.ts';
import { State } from './session-columns.tsx';

interface SessionDetailProps {
  session: SessionEntry;
  nowMs: number;
  onBan: () => void;
  onUnban: () => void;
  onClose: () => void;
}

/** All that the server knows of a session. */
export function SessionDetail({ session, nowMs, onBan, onUnban, onClose }: SessionDetailProps) {
  const [, goTo] = useLocation();
  const isBanned = holds(session.ban, nowMs);
  return (
    <Detail
      title={
        <span className="flex min-w-0 items-center gap-2">
          <Avatar memberId={session.id} size={28} />
          <bdi className="truncate">{session.nickname}</bdi>
        </span>
      }
      badge={<State session={session} nowMs={nowMs} />}
      back="sessions"
      onClose={onClose}
    >
      <Facts
        rows={[
          [
            'Id',
            <Copyable key="id" text={session.id} what="Id">
              <Mono>{session.id}</Mono>
            </Copyable>,
          ],
          ['Sockets', session.sockets === 0 ? 'none open' : `${printCount(session.sockets)} open`],
          ['Rooms', printCount(session.room_count)],
          ['Created', fullTime(Date.parse(session.created_at))],
          ['Last used', fullTime(Date.parse(session.last_used_at))],
          ['Ends', fullTime(Date.parse(session.expires_at))],
          session.ban === null ? null : ['Banned', fullTime(Date.parse(session.ban.banned_at))],
          session.ban === null ? null : ['Ban ends', printBanEnd(session.ban)],
          session.ban === null || session.ban.reason === ''
            ? null
            : [
                'Reason',
                <span key="reason" dir="auto" className="whitespace-pre-wrap">
                  {session.ban.reason}
                </span>,
              ],
        ]}
      />
      <p className="mt-4 text-ink-3">The server keeps no address and no device of a session, only what stands here.</p>
      <div className="mt-4 grid grid-cols-2 gap-2">
        {isBanned ? (
          <Button size="sm" onClick={onUnban}>
            Unban
          </Button>
        ) : (
          <Button size="sm" kind="danger-line" onClick={onBan}>
            Ban…
          </Button>
        )}
        <Button size="sm" onClick={() => goTo('/audit', { state: { actor: `session:${session.id}` } })}>
          In the audit log
        </Button>
      </div>
    </Detail>
  );
}
