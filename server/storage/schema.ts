/** The tables, as the queries see them. Times are milliseconds since 1970; booleans are 0 and 1. */
import type { Kysely, Transaction } from 'kysely';
import type { DeletedBy, ReportReason, ReportStatus, Resolution, Role } from '../../protocol/objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';
import type {
  AdminId,
  AdminSession,
  AuditEntry,
  Block,
  EpochMs,
  Figures,
  MemberId,
  MessageId,
  ReportId,
  RoomId,
  SessionId,
} from '../domain/types.ts';

export interface SessionsTable {
  id: SessionId;
  /** SHA-256 of the token; the token itself is kept nowhere. */
  token_hash: Uint8Array;
  nickname: string;
  created_at: EpochMs;
  last_used_at: EpochMs;
  /** Null while the session isn't banned. */
  banned_at: EpochMs | null;
  /** Null with `banned_at`: for good. */
  banned_until: EpochMs | null;
  ban_reason: string | null;
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

export type BlocksTable = Block;

/** Who has left while something that they said is still there: they can be reported and kept out as if they were here. */
export interface DepartedTable {
  member_id: MemberId;
  room_id: RoomId;
  session_id: SessionId;
  nickname: string;
}

export interface ReportsTable {
  id: ReportId;
  room_id: RoomId;
  message_id: MessageId;
  /** The message as it was, as JSON. */
  message: string;
  author_member_id: MemberId;
  author_session_id: SessionId | null;
  reporter_session_id: SessionId | null;
  reporter_member_id: MemberId;
  reason: ReportReason;
  details: string;
  status: ReportStatus;
  created_at: EpochMs;
  resolved_at: EpochMs | null;
  resolution: Resolution | null;
  note: string;
}

export interface AdminsTable {
  id: AdminId;
  username: string;
  password_hash: string;
  /** Sealed under the server's secret. Set before it is enabled. */
  totp_secret: string | null;
  totp_enabled: 0 | 1;
  /** The newest step whose code was used: none is taken twice. */
  totp_last_step: number;
  created_at: EpochMs;
}

export interface RecoveryCodesTable {
  admin_id: AdminId;
  code_hash: Uint8Array;
}

export interface AdminSessionsTable extends AdminSession {
  token_hash: Uint8Array;
}

/** What the operator has set: JSON by name. What isn't here is as the server started. */
export interface SettingsTable {
  name: string;
  value: string;
}

export type FiguresTable = Figures;

export type AuditTable = AuditEntry;

export interface AuditAnchorTable {
  id: 1;
  seq: number;
  hash: string;
}

export interface Tables {
  sessions: SessionsTable;
  rooms: RoomsTable;
  room_codes: RoomCodesTable;
  members: MembersTable;
  messages: MessagesTable;
  reactions: ReactionsTable;
  blocks: BlocksTable;
  departed: DepartedTable;
  reports: ReportsTable;
  admins: AdminsTable;
  admin_recovery_codes: RecoveryCodesTable;
  admin_sessions: AdminSessionsTable;
  settings: SettingsTable;
  figures: FiguresTable;
  audit: AuditTable;
  audit_anchor: AuditAnchorTable;
}

export type Database = Kysely<Tables>;
export type Executor = Database | Transaction<Tables>;
