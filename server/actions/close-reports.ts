import type { Resolution } from '../../protocol/objects.ts';
import { Refusal } from '../domain/refusal.ts';
import type { ReportInRoom } from '../ports/moderation-store.ts';
import type { Ports } from '../ports.ts';

/** Closes all open reports about the message of this one, and tells those who keep order in the room. */
export async function closeReports(
  ports: Ports,
  { report, room }: ReportInRoom,
  { action, note, actor }: { action: Resolution; note?: string | undefined; actor: string },
): Promise<ReportInRoom> {
  const closed = await ports.store.closeReports(report.message.id, {
    status: action === 'dismiss' ? 'dismissed' : 'resolved',
    resolution: action,
    note: note ?? report.note,
    nowMs: ports.clock.nowMs(),
  });
  if (closed.length === 0) throw new Refusal('conflict', { detail: 'This report is closed already.' });
  await ports.bus.publish(room.id, { type: 'keepers_frame', frame: { type: 'report_resolved', report_ids: closed } });
  for (const id of closed) {
    await ports.audit.note({
      event: 'report_resolved',
      actor,
      subject: `report:${id}`,
      details: { room: room.id, action },
    });
  }
  const now = await ports.store.findReport(report.id);
  if (now === null) throw new Refusal('not_found', { detail: 'This report has gone with its room.' });
  return now;
}
