/**
 * Who may do what: one row for every call and every frame, more where it depends on whose thing it is. `test/who-may.test.ts`
 * tries each cell on a running server, and `docs/permissions.md` shows the same table.
 */
import type { ErrorCode } from './errors.ts';
import type { ClientFrame } from './frames.ts';
import type { RouteName } from './routes.ts';

export const ACTORS = ['stranger', 'visitor', 'member', 'moderator', 'owner', 'blocked', 'banned', 'operator'] as const;
/**
 * `stranger`: no session. `visitor`: a session that isn't in the room. `blocked`: from the room. `banned`: by the operator, who
 * shows the operator's cookie and no session.
 */
export type Actor = (typeof ACTORS)[number];

/** Allowed, refused with a code, or not to be tried: who isn't in the room has no socket to send frames by. */
export type Verdict = 'yes' | ErrorCode | 'no socket';
export type Row = Record<Actor, Verdict>;

type Of<Name extends string> = Name | `${Name}: ${string}`;
export type RowName = Of<RouteName> | 'connect' | Of<`frame ${ClientFrame['type']}`>;

const anybody: Row = {
  stranger: 'yes',
  visitor: 'yes',
  member: 'yes',
  moderator: 'yes',
  owner: 'yes',
  blocked: 'yes',
  banned: 'yes',
  operator: 'yes',
};
const withSession: Row = { ...anybody, stranger: 'unauthenticated', banned: 'banned', operator: 'unauthenticated' };
const byCode: Row = { ...withSession, blocked: 'blocked' };
const inRoom: Row = { ...byCode, visitor: 'not_found' };
const keepers: Row = { ...inRoom, member: 'forbidden' };
const owners: Row = { ...keepers, moderator: 'forbidden' };
/** Ids of messages and reports say nothing to who isn't in the room, and so they aren't there. */
const byId: Row = { ...inRoom, blocked: 'not_found' };
const own: Row = byId;
const operators: Row = {
  ...anybody,
  stranger: 'unauthenticated',
  visitor: 'unauthenticated',
  member: 'unauthenticated',
  moderator: 'unauthenticated',
  owner: 'unauthenticated',
  blocked: 'unauthenticated',
  banned: 'unauthenticated',
};
const bySocket: Row = {
  ...anybody,
  stranger: 'no socket',
  visitor: 'no socket',
  blocked: 'no socket',
  banned: 'no socket',
  operator: 'no socket',
};

export const WHO_MAY = {
  getSite: anybody,
  createSession: anybody,
  validateSession: withSession,
  // Whoever is banned may still be forgotten.
  endSession: { ...withSession, banned: 'yes' },
  createRoom: withSession,
  listRooms: withSession,
  joinRoom: byCode,
  getRoom: byCode,
  'updateRoom: name, slow mode, lock': keepers,
  'updateRoom: retention': owners,
  burnRoom: owners,
  rotateCode: keepers,
  leaveRoom: inRoom,
  listMembers: inRoom,
  updateMember: owners,
  listMessages: inRoom,
  sendMessage: inRoom,
  'editMessage: own': own,
  'editMessage: of somebody else': { ...byId, member: 'forbidden', moderator: 'forbidden', owner: 'forbidden' },
  'deleteMessage: own': own,
  'deleteMessage: of somebody else': { ...byId, member: 'forbidden' },
  addReaction: byId,
  removeReaction: byId,
  'reportMessage: of somebody else': byId,
  'reportMessage: own': { ...byId, member: 'conflict', moderator: 'conflict', owner: 'conflict' },
  'blockSession: a member': keepers,
  'blockSession: a moderator': keepers,
  'blockSession: the owner': { ...keepers, moderator: 'forbidden', owner: 'conflict' },
  unblockSession: keepers,
  listBlocks: keepers,
  'listReports: of the room': keepers,
  'listReports: of all own rooms': withSession,
  resolveReport: { ...byId, member: 'forbidden' },

  connect: byCode,
  'frame chat_message': bySocket,
  'frame edit_message: own': bySocket,
  'frame edit_message: of somebody else': {
    ...bySocket,
    member: 'forbidden',
    moderator: 'forbidden',
    owner: 'forbidden',
  },
  'frame delete_message: own': bySocket,
  'frame delete_message: of somebody else': { ...bySocket, member: 'forbidden' },
  'frame react': bySocket,
  'frame typing': bySocket,
  'frame ping': bySocket,

  adminLogin: anybody,
  adminLogout: operators,
  adminConfirm: operators,
  adminMe: operators,
  adminListSessions: operators,
  adminRevokeSession: operators,
  adminStartTotp: operators,
  adminEnableTotp: operators,
  adminDisableTotp: operators,
  adminStats: operators,
  adminRooms: operators,
  adminSearchRooms: operators,
  adminRoom: operators,
  adminUpdateRoom: operators,
  adminBurnRoom: operators,
  adminMessages: operators,
  adminDeleteMessage: operators,
  adminReports: operators,
  adminReport: operators,
  adminResolveReport: operators,
  adminNoteReport: operators,
  adminSessions: operators,
  adminSearchSessions: operators,
  adminBan: operators,
  adminUnban: operators,
  adminAudit: operators,
  adminAuditExport: operators,
  adminAuditVerify: operators,
  adminSettings: operators,
  adminUpdateSettings: operators,
} satisfies { [name in RowName]?: Row };
