import { REPORTS_PER_PAGE } from '../../protocol/limits.ts';
import type { Query } from '../../protocol/routes.ts';
import { refuseIf } from '../domain/refusal.ts';
import { whyNotModerate } from '../domain/roles.ts';
import type { RoomId } from '../domain/types.ts';
import type { ReportInRoom } from '../ports/moderation-store.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';
import { cursorOf, pageOf } from './paging.ts';

/** Of the rooms that the caller owns or moderates, newest first; of one of them where it is named. */
export async function listReports(
  ports: Ports,
  caller: Caller,
  { room_code, status, cursor }: Query<'listReports'>,
): Promise<{ items: ReportInRoom[]; next_cursor: string | null }> {
  const rooms: RoomId[] = [];
  if (room_code === undefined) {
    const own = await ports.store.roomsOf(caller.session.id);
    rooms.push(...own.filter(({ member }) => whyNotModerate(member) === null).map(({ room }) => room.id));
  } else {
    const { room, member } = await findOwnRoom(ports, caller, room_code);
    refuseIf(whyNotModerate(member));
    rooms.push(room.id);
  }
  if (rooms.length === 0) return { items: [], next_cursor: null };
  return pageOf(
    (after, limit) => ports.store.reports({ rooms, status }, after, limit),
    cursor,
    REPORTS_PER_PAGE,
    ({ report }) => cursorOf(report.created_at, report.id),
  );
}
