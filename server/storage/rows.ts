/** Between rows and what the rules speak of. */
import { skeleton } from '../domain/skeleton.ts';
import type { Member, Room, RoomId, Session } from '../domain/types.ts';
import type { Executor, MembersTable, RoomsTable, SessionsTable } from './schema.ts';

export const roomColumns = [
  'rooms.id',
  'rooms.code',
  'rooms.name',
  'rooms.kind',
  'rooms.retention_seconds',
  'rooms.slow_mode_seconds',
  'rooms.locked',
  'rooms.created_at',
  'rooms.last_seq',
  'rooms.expired_up_to_seq',
] as const;

export function roomFromRow({ locked, ...row }: Omit<RoomsTable, 'last_message_at'>): Room {
  return { ...row, locked: locked === 1 };
}

export async function roomById(db: Executor, id: RoomId): Promise<Room | null> {
  const row = await db.selectFrom('rooms').select(roomColumns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : roomFromRow(row);
}

export const memberColumns = ['id', 'room_id', 'session_id', 'nickname', 'role', 'joined_at'] as const;

export function memberRow(member: Member): MembersTable {
  return { ...member, skeleton: skeleton(member.nickname) };
}

export const sessionColumns = [
  'sessions.id',
  'sessions.nickname',
  'sessions.created_at',
  'sessions.last_used_at',
  'sessions.banned_at',
  'sessions.banned_until',
  'sessions.ban_reason',
] as const;

export function sessionFromRow({
  banned_at,
  banned_until,
  ban_reason,
  ...session
}: Omit<SessionsTable, 'token_hash'>): Session {
  return { ...session, ban: banned_at === null ? null : { banned_at, banned_until, reason: ban_reason ?? '' } };
}

export function sessionRow({ ban, ...session }: Session, tokenHash: Uint8Array): SessionsTable {
  return {
    ...session,
    token_hash: tokenHash,
    banned_at: ban?.banned_at ?? null,
    banned_until: ban?.banned_until ?? null,
    ban_reason: ban?.reason ?? null,
  };
}
