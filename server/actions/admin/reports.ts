import type { Body, Query } from '../../../protocol/routes.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isGone } from '../../domain/retention.ts';
import type { ReportId } from '../../domain/types.ts';
import type { ReportInRoom } from '../../ports/moderation-store.ts';
import type { Ports } from '../../ports.ts';
import { blockAuthor } from '../block-member.ts';
import { closeReports } from '../close-reports.ts';
import { cursorOf, pageOf } from '../paging.ts';
import { deleteAsOperator } from './act-on-rooms.ts';
import { actorOf, type Operator, requireConfirmed } from './authenticate-operator.ts';
import { findAnyRoom } from './look-at-rooms.ts';
import { banSession } from './sessions.ts';

/** With how many reports there are about the same message. */
export interface CountedReport extends ReportInRoom {
  reports_of_message: number;
}

export async function listAllReports(
  ports: Ports,
  { status, reason, room_code, cursor, limit }: Query<'adminReports'>,
): Promise<{ items: CountedReport[]; next_cursor: string | null }> {
  const rooms = room_code === undefined ? undefined : [(await findAnyRoom(ports, room_code)).room.id];
  const page = await pageOf(
    (after, size) => ports.store.reports({ rooms, status, reason }, after, size),
    cursor,
    limit,
    ({ report }) => cursorOf(report.created_at, report.id),
  );
  return { ...page, items: await Promise.all(page.items.map((found) => counted(ports, found))) };
}

/** With what was said. The look is written down before anything is shown. */
export async function readReport(ports: Ports, operator: Operator, id: string): Promise<ReadReport> {
  const found = await findReport(ports, id);
  await ports.audit.note({
    event: 'report_read',
    actor: actorOf(operator),
    subject: `report:${id}`,
    details: { room: found.room.id },
  });
  return shown(ports, found);
}

export interface ReadReport extends CountedReport {
  message_exists: boolean;
}

export async function resolveAnyReport(
  ports: Ports,
  operator: Operator,
  id: string,
  { action, note, duration_seconds }: Body<'adminResolveReport'>,
): Promise<ReadReport> {
  if (action !== 'dismiss') requireConfirmed(operator, ports.clock.nowMs());
  const found = await findReport(ports, id);
  const { report, room } = found;
  if (report.status !== 'open') throw new Refusal('conflict', { detail: 'This report is closed already.' });
  const { message } = report;
  if (action === 'delete_message') await deleteAsOperator(ports, operator, room, message);
  if (action === 'block_member') {
    await blockAuthor(ports, found, { by: 'operator', actor: actorOf(operator) }, duration_seconds);
  }
  if (action === 'ban_session') {
    if (report.author_session_id === null) {
      throw new Refusal('conflict', { detail: 'The author’s session has ended: there is nobody left to ban.' });
    }
    await banSession(ports, operator, report.author_session_id, { reason: note, duration_seconds });
  }
  return shown(ports, await closeReports(ports, found, { action, note, actor: actorOf(operator) }));
}

export async function noteReport(ports: Ports, operator: Operator, id: string, note: string): Promise<ReadReport> {
  await findReport(ports, id);
  await ports.audit.note({ event: 'report_noted', actor: actorOf(operator), subject: `report:${id}` });
  if (!(await ports.store.noteReport(id as ReportId, note))) throw noReport();
  return shown(ports, await findReport(ports, id));
}

async function findReport(ports: Ports, id: string): Promise<ReportInRoom> {
  const found = await ports.store.findReport(id as ReportId);
  if (found === null) throw noReport();
  return found;
}

async function counted(ports: Ports, found: ReportInRoom): Promise<CountedReport> {
  return { ...found, reports_of_message: await ports.store.reportsOfMessage(found.report.message.id) };
}

async function shown(ports: Ports, found: ReportInRoom): Promise<ReadReport> {
  const there = await ports.store.anyMessage(found.report.message.id);
  const exists =
    there !== null && there.message.deleted_by === null && !isGone(there.message, there.room, ports.clock.nowMs());
  return { ...(await counted(ports, found)), message_exists: exists };
}

const noReport = () => new Refusal('not_found', { detail: 'There is no such report.' });
