/** What the operator's panel speaks of. */
import { z } from 'zod';
import { Note } from './fields.ts';
import { RATE_SECONDS_MAX, RETENTION_SECONDS } from './limits.ts';
import { Member, Report, Room, Time } from './objects.ts';

const Id = z.string().min(1).max(64);
const Count = z.int().min(0);

export const Admin = z.object({
  id: Id,
  username: z.string(),
  totp_enabled: z.boolean(),
  recovery_codes_left: Count,
});
export type Admin = z.infer<typeof Admin>;

export const AdminSession = z.object({
  id: Id,
  created_at: Time,
  last_used_at: Time,
  expires_at: Time,
  current: z.boolean(),
});
export type AdminSession = z.infer<typeof AdminSession>;

/** What the server notes of itself each minute. Counts of a minute are of that minute; the rest is as it was at its end. */
export const Figures = z.object({
  at: Time,
  sessions: Count,
  connected: Count.meta({ description: 'Sessions with an open socket.' }),
  rooms: Count,
  messages_stored: Count,
  messages: Count.meta({ description: 'Committed in that minute.' }),
  open_reports: Count,
  refused: Count.meta({ description: 'Refused by a limit in that minute.' }),
  memory_bytes: Count,
  event_loop_delay_ms: z.number().min(0).meta({ description: 'p99 of that minute.' }),
  database_bytes: Count,
});
export type Figures = z.infer<typeof Figures>;

export const Ban = z.object({
  reason: z.string(),
  banned_at: Time,
  banned_until: Time.nullable().meta({ description: 'Null: for good.' }),
});
export type Ban = z.infer<typeof Ban>;

/** A person's session as the operator sees it. */
export const SessionEntry = z.object({
  id: Id,
  nickname: z.string(),
  created_at: Time,
  last_used_at: Time,
  expires_at: Time,
  sockets: Count,
  room_count: Count,
  ban: Ban.nullable(),
});
export type SessionEntry = z.infer<typeof SessionEntry>;

export const RoomEntry = Room.omit({ me: true }).extend({
  id: Id,
  last_message_at: Time.nullable(),
  open_reports: Count,
});
export type RoomEntry = z.infer<typeof RoomEntry>;

export const RoomDetail = RoomEntry.extend({
  messages_stored: Count,
  members: z
    .array(Member.extend({ session_id: Id }))
    .meta({ description: 'The first 200, owner and moderators first.' }),
});
export type RoomDetail = z.infer<typeof RoomDetail>;

/** A report without what was said: that is a look, which is written to the audit log. */
export const ReportEntry = Report.omit({ message: true, details: true, note: true }).extend({
  room_name: z.string(),
  reports_of_message: Count.meta({ description: 'How many reports there are about the same message.' }),
});
export type ReportEntry = z.infer<typeof ReportEntry>;

export const ReportDetail = Report.extend({
  room_name: z.string(),
  reports_of_message: Count,
  message_exists: z.boolean().meta({ description: 'Whether the message is still there to be deleted.' }),
  author_session_id: Id.nullable().meta({ description: 'Null where the author’s session has ended.' }),
});
export type ReportDetail = z.infer<typeof ReportDetail>;

export const AUDIT_EVENTS = [
  'server_started',
  'server_stopped',
  'session_created',
  'session_ended',
  'session_banned',
  'session_unbanned',
  'room_created',
  'room_burned',
  'room_changed',
  'code_rotated',
  'owner_changed',
  'member_blocked',
  'member_unblocked',
  'report_opened',
  'report_resolved',
  'report_noted',
  'report_read',
  'room_read',
  'messages_read',
  'message_deleted',
  'limit_hit',
  'login',
  'login_failed',
  'logout',
  'password_confirmed',
  'admin_created',
  'admin_session_revoked',
  'totp_enabled',
  'totp_disabled',
  'settings_changed',
  'audit_verified',
  'audit_exported',
  'audit_trimmed',
  'record_differs',
] as const;
export const AuditEvent = z.enum(AUDIT_EVENTS);
export type AuditEvent = z.infer<typeof AuditEvent>;

export const AuditEntry = z.object({
  seq: z.int().min(1),
  at: Time,
  event: AuditEvent,
  actor: z.string().meta({ description: '`system`, `operator:<id>`, `session:<id>` or `member:<id>`.' }),
  subject: z.string().nullable().meta({ description: 'The id of what it is about: `room:<id>`, `member:<id>` …' }),
  details: z.record(z.string(), z.unknown()),
  previous: z.string().meta({ description: 'The hash of the entry before.' }),
  hash: z.string().meta({
    description: 'SHA-256, in hex, of the JSON array [seq, at, event, actor, subject, details, previous].',
  }),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditFinding = z.object({
  seq: z.int().nullable(),
  kind: z.enum(['altered', 'removed', 'inserted', 'reordered', 'cut_off', 'no_record']),
  text: z.string(),
});
export const AuditCheck = z.object({
  ok: z.boolean(),
  count: Count,
  first_seq: z.int().nullable(),
  last_seq: z.int().nullable(),
  hash: z.string().nullable(),
  findings: z.array(AuditFinding).meta({ description: 'The first 20.' }),
});
export type AuditCheck = z.infer<typeof AuditCheck>;

const Rate = z
  .strictObject({ count: z.int().min(1).max(999_999_999), seconds: z.int().min(1).max(RATE_SECONDS_MAX) })
  .nullable()
  .meta({ description: 'So many tries in so many seconds; null for no limit.' });
const Most = z.int().min(1).max(999_999_999).nullable().meta({ description: 'Null for no limit.' });
const Seconds = z.int().min(RETENTION_SECONDS.min).max(RETENTION_SECONDS.max);

export const LimitSettings = z.strictObject({
  message: Rate,
  report: Rate,
  room: Rate,
  session: Rate,
  lookup: Rate,
  login: Rate,
  request: Rate,
  frame: Rate,
  socket: Most,
  members: Most,
});
export type LimitSettings = z.infer<typeof LimitSettings>;

/** What the operator sets while the server runs. */
export const Settings = z.strictObject({
  limits: LimitSettings,
  retention_default_seconds: Seconds,
  retention_max_seconds: Seconds.meta({
    description: 'Rooms may choose less. Lowering it lowers rooms that have more.',
  }),
  content_chars_max: z.int().min(1).max(4_000),
  room_creation: z.boolean(),
  session_creation: z.boolean(),
  refused_words: z.array(z.string().trim().min(1).max(100)).max(1_000),
  notice: Note,
  audit_days: z.int().min(1).max(3_650),
});
export type Settings = z.infer<typeof Settings>;

export const SettingsChange = z.strictObject({ ...Settings.shape, limits: LimitSettings.partial() }).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
