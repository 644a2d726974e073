/** Who may do what in a room. Each rule gives the reason against it, or null. */
import type { ErrorCode } from '../../protocol/errors.ts';
import { EDIT_WINDOW_SECONDS } from '../../protocol/limits.ts';
import type { Role } from '../../protocol/objects.ts';
import type { EpochMs, Member, Message, Report } from './types.ts';

export interface RoomChanges {
  name?: string | undefined;
  retention_seconds?: number | undefined;
  slow_mode_seconds?: number | undefined;
  locked?: boolean | undefined;
}

const keepsOrder = (role: Role): boolean => role === 'owner' || role === 'moderator';

export function whyNotChangeRoom(member: Member, changes: RoomChanges): ErrorCode | null {
  if (!keepsOrder(member.role)) return 'forbidden';
  if (changes.retention_seconds !== undefined && member.role !== 'owner') return 'forbidden';
  return null;
}

export function whyNotRotate(member: Member): ErrorCode | null {
  return keepsOrder(member.role) ? null : 'forbidden';
}

export function whyNotBurn(member: Member): ErrorCode | null {
  return member.role === 'owner' ? null : 'forbidden';
}

/** Reports, blocks, and who is blocked. */
export function whyNotModerate(member: Member): ErrorCode | null {
  return keepsOrder(member.role) ? null : 'forbidden';
}

/** Nobody decides about themselves, also not under the name that they had in the room before. */
export function whyNotResolve(member: Member, report: Report): ErrorCode | null {
  const isAuthor = report.message.member_id === member.id || report.author_session_id === member.session_id;
  return isAuthor ? 'forbidden' : null;
}

/** Nobody blocks the owner, or themselves. @param other as they are in the room; null where they have left */
export function whyNotBlock(member: Member, other: Member | null): ErrorCode | null {
  if (!keepsOrder(member.role)) return 'forbidden';
  if (other?.id === member.id) return 'conflict';
  return other?.role === 'owner' ? 'forbidden' : null;
}

/** One's own message needs no report, and what is deleted holds nothing. */
export function whyNotReport(member: Member, message: Message): ErrorCode | null {
  return message.member_id === member.id || message.deleted_by !== null ? 'conflict' : null;
}

/** The owner gives roles to others; the own one changes only by handing the room over. */
export function whyNotGiveRole(owner: Member, other: Member): ErrorCode | null {
  if (owner.role !== 'owner') return 'forbidden';
  return owner.id === other.id ? 'conflict' : null;
}

export function whyNotEdit(member: Member, message: Message, nowMs: EpochMs): ErrorCode | null {
  if (message.member_id !== member.id || message.deleted_by !== null) return 'forbidden';
  return nowMs - message.created_at > EDIT_WINDOW_SECONDS * 1000 ? 'forbidden' : null;
}

export function whyNotDelete(member: Member, message: Message): ErrorCode | null {
  return message.member_id === member.id || keepsOrder(member.role) ? null : 'forbidden';
}

/** Slow mode leaves out those who keep order. */
export function slowModeSeconds(room: { slow_mode_seconds: number }, member: Member): number {
  return keepsOrder(member.role) ? 0 : room.slow_mode_seconds;
}

/** Who gets the room when its owner goes: the longest-standing moderator, else member. */
export function successor(members: Member[]): Member | null {
  const byStanding = members.toSorted((a, b) => a.joined_at - b.joined_at || (a.id < b.id ? -1 : 1));
  return byStanding.find((member) => member.role === 'moderator') ?? byStanding[0] ?? null;
}
