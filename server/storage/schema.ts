/** The tables, as the queries see them. Times are milliseconds since 1970; booleans are 0 and 1. */
import type { Kysely, Transaction } from 'kysely';
import type { DeletedBy, Role } from '../../protocol/objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';
import type { EpochMs, MemberId, MessageId, RoomId, SessionId } from '../domain/types.ts';

export interface SessionsTable {
  id: SessionId;
  /** SHA-256 of the token; the token itself is kept nowhere. */
  token_hash: Uint8Array;
  nickname: string;
  created_at: EpochMs;
  last_used_at: EpochMs;
}

export interface RoomsTable {
  id: RoomId;
  code: RoomCode;
  name: string;
  kind: 'open';
  retention_seconds: number;
  slow_mode_seconds: number;
  locked: 0 | 1;
  created_at: EpochMs;
  last_seq: number;
  /** Never runs backwards within a room, so that what expires is always the older end. */
  last_message_at: EpochMs;
  expired_up_to_seq: number;
}

/** Every code that a room ever had; members may go on using the replaced ones. */
export interface RoomCodesTable {
  code: RoomCode;
  room_id: RoomId;
}

export interface MembersTable {
  id: MemberId;
  room_id: RoomId;
  session_id: SessionId;
  nickname: string;
  skeleton: string;
  role: Role;
  joined_at: EpochMs;
}

export interface MessagesTable {
  id: MessageId;
  room_id: RoomId;
  seq: number;
  /** No foreign key: a message outlives its author's membership. */
  member_id: MemberId;
  nickname: string;
  content: string;
  client_id: string | null;
  reply_to: MessageId | null;
  created_at: EpochMs;
  edited_at: EpochMs | null;
  deleted_by: DeletedBy | null;
}

export interface ReactionsTable {
  message_id: MessageId;
  emoji: string;
  member_id: MemberId;
  created_at: EpochMs;
}

export interface Tables {
  sessions: SessionsTable;
  rooms: RoomsTable;
  room_codes: RoomCodesTable;
  members: MembersTable;
  messages: MessagesTable;
  reactions: ReactionsTable;
}

export type Database = Kysely<Tables>;
export type Executor = Database | Transaction<Tables>;
