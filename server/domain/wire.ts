/** From what the rules speak of to what goes over the wire: ids stay opaque, times become ISO strings. */
import type { Settings } from '../../protocol/admin-objects.ts';
import type * as wire from '../../protocol/objects.ts';
import { expiresAt } from './retention.ts';
import { type SessionLifetime, sessionExpiresAt } from './session.ts';
import type { Block, EpochMs, Member, Message, Report, Room, Session } from './types.ts';

export const iso = (ms: EpochMs): string => new Date(ms).toISOString();

export function sessionToWire(session: Session, lifetime: SessionLifetime): wire.Session {
  return {
    id: session.id,
    nickname: session.nickname,
    created_at: iso(session.created_at),
    expires_at: iso(sessionExpiresAt(session, lifetime)),
  };
}

export interface RoomCounts {
  member_count: number;
  online_count: number;
}

/** @param me the reader, or null where the reader isn't in the room. */
export function roomToWire(room: Room, counts: RoomCounts, me: Member | null): wire.Room {
  return {
    code: room.code,
    name: room.name,
    kind: room.kind,
    retention_seconds: room.retention_seconds,
    slow_mode_seconds: room.slow_mode_seconds,
    locked: room.locked,
    member_count: counts.member_count,
    online_count: counts.online_count,
    created_at: iso(room.created_at),
    last_seq: room.last_seq,
    me: me === null ? null : meToWire(me),
  };
}

export function meToWire(me: Member): wire.Room['me'] {
  return { member_id: me.id, role: me.role, blocked: false };
}

export function previewToWire(room: Room, counts: RoomCounts): wire.RoomPreview {
  return {
    code: room.code,
    name: room.name,
    kind: room.kind,
    locked: room.locked,
    member_count: counts.member_count,
    created_at: iso(room.created_at),
    me: null,
  };
}

export function memberToWire(member: Member, online: boolean): wire.Member {
  return {
    id: member.id,
    nickname: member.nickname,
    role: member.role,
    joined_at: iso(member.joined_at),
    online,
  };
}

export function messageToWire(message: Message, room: { code: string; retention_seconds: number }): wire.Message {
  return {
    id: message.id,
    room_code: room.code,
    seq: message.seq,
    member_id: message.member_id,
    nickname: message.nickname,
    content: message.content,
    client_id: message.client_id,
    reply_to: message.reply_to,
    created_at: iso(message.created_at),
    edited_at: message.edited_at === null ? null : iso(message.edited_at),
    deleted: message.deleted_by !== null,
    deleted_by: message.deleted_by,
    expires_at: iso(expiresAt(message, room)),
    reactions: message.reactions,
  };
}

/** @param forOperator who alone learns, as a member id, who reported */
export function reportToWire(
  report: Report,
  room: Room,
  { forOperator }: { forOperator: boolean } = { forOperator: false },
): wire.Report {
  return {
    id: report.id,
    room_code: room.code,
    message: messageToWire(report.message, room),
    reporter_member_id: forOperator ? report.reporter_member_id : null,
    reason: report.reason,
    details: report.details,
    status: report.status,
    created_at: iso(report.created_at),
    resolved_at: report.resolved_at === null ? null : iso(report.resolved_at),
    resolution: report.resolution,
    note: report.note,
  };
}

export function blockToWire(block: Block, room: Room): wire.Block {
  return {
    room_code: room.code,
    member_id: block.member_id,
    nickname: block.nickname,
    reason: block.reason,
    blocked_by: block.blocked_by,
    created_at: iso(block.created_at),
    expires_at: block.expires_at === null ? null : iso(block.expires_at),
  };
}

export function siteToWire(settings: Settings): wire.Site {
  return {
    notice: settings.notice,
    room_creation: settings.room_creation,
    session_creation: settings.session_creation,
    retention_default_seconds: settings.retention_default_seconds,
    retention_max_seconds: settings.retention_max_seconds,
    content_chars_max: settings.content_chars_max,
  };
}
