import type { AuditCheck, AuditEvent } from '../../../protocol/admin-objects.ts';

/** What each entry says happened. A new event without words doesn’t compile. */
export const EVENTS: Record<AuditEvent, string> = {
  server_started: 'Server started',
  server_stopped: 'Server stopped',
  session_created: 'Session began',
  session_ended: 'Session ended',
  session_banned: 'Session banned',
  session_unbanned: 'Ban lifted',
  room_created: 'Room created',
  room_burned: 'Room burned',
  room_changed: 'Room settings changed',
  code_rotated: 'Room code replaced',
  owner_changed: 'Room handed over',
  member_blocked: 'Member blocked',
  member_unblocked: 'Block lifted',
  report_opened: 'Message reported',
  report_resolved: 'Report closed',
  report_noted: 'Note written to a report',
  report_read: 'Report read',
  room_read: 'Room looked at',
  messages_read: 'Messages read',
  message_deleted: 'Message deleted',
  limit_hit: 'Limit reached',
  login: 'Signed in',
  login_failed: 'Sign-in failed',
  logout: 'Signed out',
  password_confirmed: 'Password entered again',
  admin_created: 'Operator made',
  admin_session_revoked: 'Operator signed out elsewhere',
  totp_enabled: 'Codes turned on',
  totp_disabled: 'Codes turned off',
  settings_changed: 'Settings changed',
  audit_verified: 'Audit log checked',
  audit_exported: 'Audit log exported',
  audit_trimmed: 'Old entries deleted',
  record_differs: 'Log found altered',
};

type Kind = AuditCheck['findings'][number]['kind'];

/** What a check can find, in a few words. */
export const FINDINGS: Record<Kind, string> = {
  altered: 'An entry was changed',
  removed: 'Entries are missing',
  inserted: 'An entry was put in',
  reordered: 'Entries have changed places',
  cut_off: 'The newest entries are missing',
  no_record: 'Nothing to compare with',
};
