import type { ReportReason } from '../../protocol/objects.ts';
import { makeReportId } from '../domain/ids.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotReport } from '../domain/roles.ts';
import type { MessageId, Report, Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { withinLimit } from './limit.ts';

/** Keeps the message as it is and tells owner and moderators; nobody learns who reported. Once for each person and message. */
export async function reportMessage(
  ports: Ports,
  session: Session,
  order: { id: string; reason: ReportReason; details?: string | undefined },
): Promise<{ report: Report; fresh: boolean }> {
  const nowMs = ports.clock.nowMs();
  const gone = new Refusal('not_found', { detail: 'There is no such message.' });
  const found = await ports.store.findMessage(order.id as MessageId, session.id, nowMs);
  if (found === null) throw gone;
  const { message, member, room } = found;
  const before = await ports.store.reportBy(message.id, session.id);
  if (before !== null) return { report: before, fresh: false };
  const refusal = whyNotReport(member, message);
  refuseIf(refusal, message.member_id === member.id ? 'This is your own message.' : 'This message is deleted.');
  await withinLimit(ports, 'report', session.id, 'Too many reports at once.');
  const reported = await ports.store.report(
    {
      id: makeReportId(ports.random),
      room_id: room.id,
      message,
      reporter_member_id: member.id,
      reason: order.reason,
      details: order.details ?? '',
      status: 'open',
      created_at: nowMs,
      resolved_at: null,
      resolution: null,
      note: '',
    },
    session.id,
  );
  if (reported === null) throw gone;
  if (!reported.fresh) return reported;
  const frame = { type: 'report_opened', report_id: reported.report.id } as const;
  await ports.bus.publish(room.id, { type: 'keepers_frame', frame });
  await ports.audit.note({
    event: 'report_opened',
    // Not by whom: the people of the room never learn it, and the log has no need to.
    actor: 'system',
    subject: `report:${reported.report.id}`,
    details: { room: room.id, reason: order.reason },
  });
  return reported;
}
