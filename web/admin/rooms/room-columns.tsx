import type { RoomEntry } from '../../../protocol/admin-objects.ts';
import { printRoomCode } from '../../../protocol/room-code.ts';
import { printRetention } from '../../start/retention.ts';
import { printCount } from '../shell/numbers.ts';
import type { Column } from '../table/column.ts';
import { shortDay, shortTime } from '../table/when.ts';
import { RoomState } from './room-state.tsx';
import type { RoomSort } from './rooms-api.ts';

/** The columns of the list of rooms, with their times as they read now. */
export const roomColumns = (nowMs: number): readonly Column<RoomEntry, RoomSort>[] => [
  {
    key: 'name',
    head: 'Room',
    opens: true,
    fills: true,
    cell: (room) => <bdi>{room.name}</bdi>,
  },
  {
    key: 'code',
    head: 'Code',
    priority: 3,
    cell: (room) => <span className="tracking-[0.015em] text-ink-2">{printRoomCode(room.code)}</span>,
  },
  {
    key: 'people',
    head: 'People',
    sort: 'member_count',
    right: true,
    cell: (room) => (
      <>
        <span className="text-ink-3">{printCount(room.online_count)} of </span>
        {printCount(room.member_count)}
      </>
    ),
  },
  {
    key: 'last',
    head: 'Last message',
    sort: 'last_message_at',
    priority: 2,
    cell: (room) => (
      <span className="text-ink-2 tabular-nums">
        {room.last_message_at === null ? 'none' : shortTime(Date.parse(room.last_message_at), nowMs)}
      </span>
    ),
  },
  {
    key: 'vanish',
    head: 'Vanish',
    priority: 3,
    cell: (room) => <span className="text-ink-2">{printRetention(room.retention_seconds)}</span>,
  },
  {
    key: 'created',
    head: 'Created',
    sort: 'created_at',
    priority: 3,
    cell: (room) => <span className="text-ink-2">{shortDay(Date.parse(room.created_at), nowMs)}</span>,
  },
  {
    key: 'reports',
    head: 'Reports',
    sort: 'open_reports',
    right: true,
    priority: 2,
    cell: (room) =>
      room.open_reports === 0 ? <span className="text-ink-3">0</span> : <b>{printCount(room.open_reports)}</b>,
  },
  { key: 'state', head: 'State', cell: (room) => <RoomState room={room} /> },
];
