/** What is kept for the operator: their sign-in, what they may look through, settings, figures, the audit log. */
import type { AuditEvent } from '../../protocol/admin-objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';
import type {
  Admin,
  AdminId,
  AdminSession,
  AdminSessionId,
  AuditDraft,
  AuditEntry,
  Ban,
  EpochMs,
  Figures,
  Member,
  MemberId,
  Message,
  MessageId,
  Room,
  RoomId,
  Session,
  SessionId,
  SettingOverrides,
} from '../domain/types.ts';
import type { After } from './moderation-store.ts';

export type Order = 'asc' | 'desc';

export interface RoomOrder {
  sort: 'created_at' | 'last_message_at' | 'member_count' | 'open_reports';
  order: Order;
  /** A code, whole, or a part of the name. */
  query: { code: RoomCode | null; text: string } | null;
  after: After | null;
  limit: number;
}

export interface ListedRoom {
  room: Room;
  member_count: number;
  open_reports: number;
  /** 0 while nothing was said. */
  last_message_at: EpochMs;
}

export interface SessionOrder {
  sort: 'created_at' | 'last_used_at';
  order: Order;
  /** An id, whole, or a part of the nickname. */
  query: string | null;
  /** Only those that are banned now, or only these. */
  only: 'banned' | SessionId[] | null;
  after: After | null;
  limit: number;
  nowMs: EpochMs;
}

export interface ListedSession {
  session: Session;
  room_count: number;
}

export interface LookThrough {
  listRooms(order: RoomOrder): Promise<ListedRoom[]>;
  listedRoom(code: RoomCode): Promise<ListedRoom | null>;
  /** Owner and moderators first, then by standing. */
  firstMembers(roomId: RoomId, limit: number): Promise<Member[]>;
  anyMessage(id: MessageId): Promise<{ message: Message; room: Room } | null>;
  roomsAbove(retentionSeconds: number, limit: number): Promise<Room[]>;
  listSessions(order: SessionOrder): Promise<ListedSession[]>;
  findSession(id: SessionId): Promise<Session | null>;
  /** False: no such session. */
  banSession(id: SessionId, ban: Ban): Promise<boolean>;
  /** False: no such session, or it isn't banned. */
  unbanSession(id: SessionId): Promise<boolean>;
  /** Memberships of sessions that are banned: a ban ends them, and what it didn't get to is done later. */
  membersBanned(nowMs: EpochMs, limit: number): Promise<MemberId[]>;
}

export interface AdminCredentials {
  admin: Admin;
  passwordHash: string;
  totpSecret: string | null;
  totpLastStep: number;
}

export interface AdminStore {
  /** False where the name is taken. */
  createAdmin(admin: { id: AdminId; username: string; password_hash: string; created_at: EpochMs }): Promise<boolean>;
  /** A new password; sessions, one-time codes and recovery codes go. Null: no such operator. */
  resetAdmin(username: string, passwordHash: string): Promise<AdminId | null>;
  countAdmins(): Promise<number>;
  adminByName(username: string): Promise<AdminCredentials | null>;
  adminById(id: AdminId): Promise<AdminCredentials | null>;
  /** Kept, and not yet asked for. */
  proposeTotp(id: AdminId, sealedSecret: string): Promise<void>;
  enableTotp(id: AdminId, recoveryHashes: Uint8Array[]): Promise<void>;
  /** The secret and the recovery codes go. */
  disableTotp(id: AdminId): Promise<void>;
  /** False where that step or a later one was used before. */
  useTotpStep(id: AdminId, step: number): Promise<boolean>;
  /** False where there is no such code, or it was used before. */
  useRecoveryCode(id: AdminId, hash: Uint8Array): Promise<boolean>;
  createAdminSession(session: AdminSession, tokenHash: Uint8Array): Promise<void>;
  adminSessionByToken(tokenHash: Uint8Array): Promise<{ session: AdminSession; admin: Admin } | null>;
  adminSessions(id: AdminId): Promise<AdminSession[]>;
  touchAdminSession(id: AdminSessionId, nowMs: EpochMs): Promise<void>;
  confirmAdminSession(id: AdminSessionId, nowMs: EpochMs): Promise<void>;
  deleteAdminSession(adminId: AdminId, id: AdminSessionId): Promise<boolean>;
  /** Those made before the one moment or not used since the other. */
  sweepAdminSessions(madeBefore: EpochMs, usedBefore: EpochMs): Promise<void>;
}

export interface SettingsStore {
  settingOverrides(): Promise<SettingOverrides>;
  /** By name; of `limits` those that are named, beside the others that were set before. */
  changeSettings(changes: SettingOverrides): Promise<void>;
}

export interface FiguresStore {
  /** What is counted in the tables and files now. */
  counts(): Promise<Pick<Figures, 'sessions' | 'rooms' | 'messages_stored' | 'open_reports' | 'database_bytes'>>;
  noteFigures(figures: Figures): Promise<void>;
  /** Gathered by `stepMs`: counts of a minute are averaged, so that a curve doesn't depend on the step. */
  figures(fromMs: EpochMs, toMs: EpochMs, stepMs: number): Promise<Figures[]>;
  sweepFigures(beforeMs: EpochMs): Promise<void>;
}

export interface AuditFilter {
  event?: AuditEvent | undefined;
  actor?: string | undefined;
  fromMs?: EpochMs | undefined;
  toMs?: EpochMs | undefined;
}

/** An entry of the chain by its number and hash. */
export interface AuditLink {
  seq: number;
  hash: string;
}

export interface AuditStore {
  /**
   * Adds to the chain, in this order; gives the newest entry. Where the chain doesn't hold the entry that the caller knows to be
   * in it, that is written down first (`record_differs`).
   */
  appendAudit(drafts: AuditDraft[], atMs: EpochMs, known?: AuditLink | null): Promise<AuditEntry>;
  /** Newest first, or oldest first; `after` is a `seq`. */
  auditEntries(filter: AuditFilter, order: Order, after: number | null, limit: number): Promise<AuditEntry[]>;
  auditEntry(seq: number): Promise<AuditEntry | null>;
  /** The `seq` and hash before the oldest entry: 0 and zeros while nothing was cut. */
  auditAnchor(): Promise<AuditLink>;
  /** Where the entries that were made before this moment end: the last one before the first younger one. */
  oldEndOfAudit(atMs: EpochMs): Promise<AuditLink | null>;
  /** Remembers that the chain goes on behind this entry, and cuts what is before it, some at a time. */
  trimAudit(upTo: AuditLink): Promise<void>;
}
