/** What the rules speak of. Times are milliseconds since 1970 (`EpochMs`); on the wire they are ISO strings (wire.ts). */
import type { AuditEvent, SettingsChange } from '../../protocol/admin-objects.ts';
import type { DeletedBy, ReportReason, ReportStatus, Resolution, Role } from '../../protocol/objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';

export type EpochMs = number;
export type SessionId = string & { readonly __brand: 'SessionId' };
export type RoomId = string & { readonly __brand: 'RoomId' };
export type MemberId = string & { readonly __brand: 'MemberId' };
export type MessageId = string & { readonly __brand: 'MessageId' };
export type ReportId = string & { readonly __brand: 'ReportId' };
export type AdminId = string & { readonly __brand: 'AdminId' };
export type AdminSessionId = string & { readonly __brand: 'AdminSessionId' };

export interface Session {
  id: SessionId;
  nickname: string;
  created_at: EpochMs;
  last_used_at: EpochMs;
  /** Of the operator; it may be over. */
  ban: Ban | null;
}

export interface Ban {
  reason: string;
  banned_at: EpochMs;
  /** Null: for good. */
  banned_until: EpochMs | null;
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

export interface Block {
  room_id: RoomId;
  session_id: SessionId;
  member_id: MemberId;
  nickname: string;
  reason: string;
  /** The nickname of who blocked. */
  blocked_by: string;
  created_at: EpochMs;
  /** Null: for good. */
  expires_at: EpochMs | null;
}

export interface Report {
  id: ReportId;
  room_id: RoomId;
  /** As it was when it was reported. */
  message: Message;
  /** Null where the author's session has ended. */
  author_session_id: SessionId | null;
  reporter_member_id: MemberId;
  reason: ReportReason;
  details: string;
  status: ReportStatus;
  created_at: EpochMs;
  resolved_at: EpochMs | null;
  resolution: Resolution | null;
  note: string;
}

export interface Admin {
  id: AdminId;
  username: string;
  /** Whether a code is asked for. */
  totp_enabled: boolean;
  recovery_codes_left: number;
}

export interface AdminSession {
  id: AdminSessionId;
  admin_id: AdminId;
  created_at: EpochMs;
  last_used_at: EpochMs;
  confirmed_at: EpochMs;
}

/** What is to be written to the audit log: ids and codes, never a name, an address or a content. */
export interface AuditDraft {
  event: AuditEvent;
  /** `system`, `operator:<id>`, `session:<id>` or `member:<id>`. */
  actor: string;
  subject?: string;
  details?: Record<string, unknown>;
}

export interface AuditEntry {
  seq: number;
  at: EpochMs;
  event: AuditEvent;
  actor: string;
  subject: string | null;
  /** JSON, as it was hashed. */
  details: string;
  hash: string;
}

/** What the server notes of itself each minute; see `Figures` of the contract. */
export interface Figures {
  at: EpochMs;
  sessions: number;
  connected: number;
  rooms: number;
  messages_stored: number;
  messages: number;
  open_reports: number;
  refused: number;
  memory_bytes: number;
  event_loop_delay_ms: number;
  database_bytes: number;
}

/** What the operator has set, by name; what isn't named is as the server started. */
export type SettingOverrides = SettingsChange;
