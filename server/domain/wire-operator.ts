/** From what the rules speak of to what the operator's panel is sent. */
import type * as wire from '../../protocol/admin-objects.ts';
import { adminSessionExpiresAt } from './operator-session.ts';
import { banOf, type SessionLifetime, sessionExpiresAt } from './session.ts';
import type { Admin, AdminSession, AuditEntry, Ban, EpochMs, Figures, Member, Report, Room, Session } from './types.ts';
import { iso, memberToWire, reportToWire, roomToWire } from './wire.ts';

export const adminToWire = ({ id, username, totp_enabled, recovery_codes_left }: Admin): wire.Admin => ({
  id,
  username,
  totp_enabled,
  recovery_codes_left,
});

export function adminSessionToWire(session: AdminSession, current: string): wire.AdminSession {
  return {
    id: session.id,
    created_at: iso(session.created_at),
    last_used_at: iso(session.last_used_at),
    expires_at: iso(adminSessionExpiresAt(session)),
    current: session.id === current,
  };
}

export const figuresToWire = (figures: Figures): wire.Figures => ({ ...figures, at: iso(figures.at) });

export function banToWire({ reason, banned_at, banned_until }: Ban): wire.Ban {
  return { reason, banned_at: iso(banned_at), banned_until: banned_until === null ? null : iso(banned_until) };
}

export function sessionEntryToWire(
  session: Session,
  counts: { sockets: number; room_count: number },
  lifetime: SessionLifetime,
  nowMs: EpochMs,
): wire.SessionEntry {
  const ban = banOf(session, nowMs);
  return {
    id: session.id,
    nickname: session.nickname,
    created_at: iso(session.created_at),
    last_used_at: iso(session.last_used_at),
    expires_at: iso(sessionExpiresAt(session, lifetime)),
    sockets: counts.sockets,
    room_count: counts.room_count,
    ban: ban === null ? null : banToWire(ban),
  };
}

export interface RoomFigures {
  member_count: number;
  online_count: number;
  open_reports: number;
  /** 0 while nothing was said. */
  last_message_at: EpochMs;
}

export function roomEntryToWire(room: Room, figures: RoomFigures): wire.RoomEntry {
  const { me: _, ...shown } = roomToWire(room, figures, null);
  return {
    ...shown,
    id: room.id,
    last_message_at: figures.last_message_at === 0 ? null : iso(figures.last_message_at),
    open_reports: figures.open_reports,
  };
}

export function roomDetailToWire(
  room: Room,
  figures: RoomFigures & { messages_stored: number },
  members: Member[],
  online: ReadonlySet<string>,
): wire.RoomDetail {
  return {
    ...roomEntryToWire(room, figures),
    messages_stored: figures.messages_stored,
    members: members.map((member) => ({
      ...memberToWire(member, online.has(member.id)),
      session_id: member.session_id,
    })),
  };
}

export function reportEntryToWire(report: Report, room: Room, reports_of_message: number): wire.ReportEntry {
  const { message: _, details: __, note: ___, ...shown } = reportToWire(report, room, { forOperator: true });
  return { ...shown, room_name: room.name, reports_of_message };
}

export function reportDetailToWire(
  report: Report,
  room: Room,
  more: { reports_of_message: number; message_exists: boolean },
): wire.ReportDetail {
  return {
    ...reportToWire(report, room, { forOperator: true }),
    room_name: room.name,
    reports_of_message: more.reports_of_message,
    message_exists: more.message_exists,
    author_session_id: report.author_session_id,
  };
}

export function auditEntryToWire({ at, details, ...entry }: AuditEntry, previous: string): wire.AuditEntry {
  const { hash, ...rest } = entry;
  // An entry that somebody has altered may hold anything; it is shown as far as it can be.
  return {
    ...rest,
    at: Number.isNaN(new Date(at).getTime()) ? iso(0) : iso(at),
    details: parsed(details),
    previous,
    hash,
  };
}

function parsed(details: string): Record<string, unknown> {
  try {
    return JSON.parse(details);
  } catch {
    return {};
  }
}
