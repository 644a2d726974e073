/** What the rules speak of. Times are milliseconds since 1970 (`EpochMs`); on the wire they are ISO strings (wire.ts). */
import type { DeletedBy, Role } from '../../protocol/objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';

export type EpochMs = number;
export type SessionId = string & { readonly __brand: 'SessionId' };
export type RoomId = string & { readonly __brand: 'RoomId' };
export type MemberId = string & { readonly __brand: 'MemberId' };
export type MessageId = string & { readonly __brand: 'MessageId' };

export interface Session {
  id: SessionId;
  nickname: string;
  created_at: EpochMs;
  last_used_at: EpochMs;
}

export interface Room {
  id: RoomId;
  code: RoomCode;
  name: string;
  kind: 'open';
  retention_seconds: number;
  slow_mode_seconds: number;
  locked: boolean;
  created_at: EpochMs;
  last_seq: number;
  /** Messages up to this `seq` are gone for good, whatever the retention says now. */
  expired_up_to_seq: number;
}

export interface Member {
  id: MemberId;
  room_id: RoomId;
  session_id: SessionId;
  nickname: string;
  role: Role;
  joined_at: EpochMs;
}

export interface Reaction {
  emoji: string;
  member_ids: MemberId[];
}

export interface Message {
  id: MessageId;
  room_id: RoomId;
  seq: number;
  member_id: MemberId;
  nickname: string;
  content: string;
  client_id: string | null;
  reply_to: MessageId | null;
  created_at: EpochMs;
  edited_at: EpochMs | null;
  deleted_by: DeletedBy | null;
  reactions: Reaction[];
}
