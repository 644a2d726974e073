/** Rooms, members and messages for tests: whatever a test doesn't speak of is ordinary. */
import type { RoomCode } from '../../protocol/room-code.ts';
import type { Member, MemberId, Message, MessageId, Room, RoomId, Session, SessionId } from './types.ts';

export const aSession = (given: Partial<Session> = {}): Session => ({
  id: 's1' as SessionId,
  nickname: 'Quiet Heron',
  created_at: 1_000,
  last_used_at: 1_000,
  ban: null,
  ...given,
});

export const aRoom = (given: Partial<Room> = {}): Room => ({
  id: 'r1' as RoomId,
  code: 'K7QM3F9TXW2A' as RoomCode,
  name: 'Tea',
  kind: 'open',
  retention_seconds: 60,
  slow_mode_seconds: 0,
  locked: false,
  created_at: 1_000,
  last_seq: 0,
  expired_up_to_seq: 0,
  ...given,
});

export const aMember = (given: Partial<Omit<Member, 'id'>> & { id?: string } = {}): Member => ({
  room_id: 'r1' as RoomId,
  session_id: 's1' as SessionId,
  nickname: 'Quiet Heron',
  role: 'member',
  joined_at: 1_000,
  ...given,
  id: (given.id ?? 'm1') as MemberId,
});

export const aMessage = (given: Partial<Message> = {}): Message => ({
  id: 'g1' as MessageId,
  room_id: 'r1' as RoomId,
  seq: 1,
  member_id: 'm1' as MemberId,
  nickname: 'Quiet Heron',
  content: 'Hello',
  client_id: null,
  reply_to: null,
  created_at: 1_000,
  edited_at: null,
  deleted_by: null,
  reactions: [],
  ...given,
});
