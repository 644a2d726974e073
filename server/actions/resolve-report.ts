import type { Body } from '../../protocol/routes.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotModerate, whyNotResolve } from '../domain/roles.ts';
import type { ReportId } from '../domain/types.ts';
import type { ReportInRoom } from '../ports/moderation-store.ts';
import type { Ports } from '../ports.ts';
import { blockAuthor } from './block-member.ts';
import { closeReports } from './close-reports.ts';
import { deleteFound } from './delete-message.ts';
import type { Caller } from './find-room.ts';

/** Does what was decided, and closes all open reports about the message. */
export async function resolveReport(
  ports: Ports,
  caller: Caller,
  id: string,
  { action, note }: Body<'resolveReport'>,
): Promise<ReportInRoom> {
  const found = await ports.store.findReport(id as ReportId);
  const own = found === null ? undefined : await membershipIn(ports, caller, found);
  // Reports of rooms that one isn't in are not there.
  if (found === null || own === undefined) throw new Refusal('not_found', { detail: 'There is no such report.' });
  const { report } = found;
  refuseIf(whyNotModerate(own.member));
  refuseIf(whyNotResolve(own.member, report), 'This is about you: somebody else decides.');
  if (report.status !== 'open') throw new Refusal('conflict', { detail: 'This report is closed already.' });
  const { message } = report;
  if (action === 'delete_message') await deleteFound(ports, own.room, message, 'moderator');
  if (action === 'block_member') await blockAuthor(ports, found, { by: 'member', member: own.member });
  return closeReports(ports, found, { action, note, actor: `member:${own.member.id}` });
}

async function membershipIn(ports: Ports, { session }: Caller, { report }: ReportInRoom) {
  return (await ports.store.roomsOf(session.id)).find(({ room }) => room.id === report.room_id);
}
