import type { SessionEntry } from '../../../protocol/admin-objects.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { printCount } from '../shell/numbers.ts';
import type { Column } from '../table/column.ts';
import { shortId } from '../table/short.ts';
import { shortTime } from '../table/when.ts';
import { holds, printBan } from './ban-words.ts';
import type { SessionSort } from './sessions-api.ts';

/** The columns of the list of sessions, with their times as they read now. */
export const sessionColumns = (nowMs: number): readonly Column<SessionEntry, SessionSort>[] => [
  {
    key: 'session',
    head: 'Session',
    opens: true,
    fills: true,
    cell: (session) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar memberId={session.id} size={20} />
        <bdi className="truncate">{session.nickname}</bdi>
      </span>
    ),
  },
  {
    key: 'id',
    head: 'Id',
    priority: 3,
    cell: (session) => <span className="font-mono text-xs text-ink-2">{shortId(session.id)}</span>,
  },
  {
    key: 'sockets',
    head: 'Sockets',
    right: true,
    priority: 2,
    cell: (session) => <Amount value={session.sockets} />,
  },
  {
    key: 'rooms',
    head: 'Rooms',
    right: true,
    priority: 3,
    cell: (session) => <Amount value={session.room_count} />,
  },
  {
    key: 'created',
    head: 'Created',
    sort: 'created_at',
    priority: 3,
    cell: (session) => (
      <span className="text-ink-2 tabular-nums">{shortTime(Date.parse(session.created_at), nowMs)}</span>
    ),
  },
  {
    key: 'used',
    head: 'Last used',
    sort: 'last_used_at',
    priority: 2,
    cell: (session) => (
      <span className="text-ink-2 tabular-nums">{shortTime(Date.parse(session.last_used_at), nowMs)}</span>
    ),
  },
  {
    key: 'state',
    head: 'State',
    cell: (session) => <State session={session} nowMs={nowMs} />,
  },
];

function Amount({ value }: { value: number }) {
  return <span className={value === 0 ? 'text-ink-3' : undefined}>{printCount(value)}</span>;
}

export function State({ session, nowMs }: { session: SessionEntry; nowMs: number }) {
  if (holds(session.ban, nowMs)) return <Badge tone="bad">{printBan(session.ban, nowMs)}</Badge>;
  return session.sockets > 0 ? <span>Connected</span> : <span className="text-ink-3">Away</span>;
}
