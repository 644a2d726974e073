/** What the actions need of the world, each promise written on its method. `main.ts` knows who keeps them. */

import type { Settings } from '../protocol/admin-objects.ts';
import type { CloseCode } from '../protocol/errors.ts';
import type { ServerFrame } from '../protocol/frames.ts';
import type { DeletedBy, Role } from '../protocol/objects.ts';
import type { RoomCode } from '../protocol/room-code.ts';
import type { RoomChanges } from './domain/roles.ts';
import type { SessionLifetime } from './domain/session.ts';
import type {
  AuditDraft,
  EpochMs,
  Member,
  MemberId,
  Message,
  MessageId,
  Room,
  RoomId,
  Session,
  SessionId,
} from './domain/types.ts';
import type { ModerationStore } from './ports/moderation-store.ts';
import type { AdminStore, AuditStore, FiguresStore, LookThrough, SettingsStore } from './ports/operator-store.ts';

export interface Clock {
  nowMs(): EpochMs;
}

export interface MessageDraft {
  id: MessageId;
  room_id: RoomId;
  member_id: MemberId;
  nickname: string;
  content: string;
  client_id: string | null;
  reply_to: MessageId | null;
}

export interface Appended {
  message: Message;
  /** The room as it was when the message was committed. */
  room: Room;
  /** False where the same `client_id` of the same member was there already: `message` is the first one. */
  fresh: boolean;
}

/** A room as one session finds it. */
export interface Found {
  room: Room;
  /** Null where the session isn't in the room. */
  member: Member | null;
  /** False for a code that was replaced: it goes on for members only. */
  codeIsCurrent: boolean;
  /** Whether the session is kept out of the room. */
  blocked: boolean;
}

export interface Join {
  /** The code that was given: it must still be the room's. */
  code: RoomCode;
  maxMembers: number;
}

export interface Page {
  messages: Message[];
  has_more: boolean;
}

export type PageOrder = { limit: number } & ({ before: number } | { after: number } | { newest: true });

export interface Left {
  room: Room;
  member: Member;
  /** Who owns the room now, where the one who left owned it and somebody stayed. */
  newOwner: Member | null;
}

export interface Swept {
  /** Rows that were deleted. */
  messages: number;
  /** Rooms in which messages went, each with the newest `seq` that is gone. */
  rooms: { room_id: RoomId; up_to_seq: number }[];
}

/**
 * Everything that is kept. Each method is one transaction: it is committed to disk when the promise resolves, and has done
 * nothing when it rejects. Storage that is away rejects with `Refusal('unavailable')`.
 */
export interface Store extends ModerationStore, LookThrough, AdminStore, SettingsStore, FiguresStore, AuditStore {
  createSession(session: Session, tokenHash: Uint8Array): Promise<void>;
  sessionByToken(tokenHash: Uint8Array): Promise<Session | null>;
  touchSession(id: SessionId, nowMs: EpochMs): Promise<void>;
  /** Forgets the session. False, and nothing done, while it is in a room: `leave` comes first. */
  deleteSession(id: SessionId): Promise<boolean>;
  /** Sessions that have ended by now, at most `limit`. */
  endedSessions(lifetime: SessionLifetime, nowMs: EpochMs, limit: number): Promise<SessionId[]>;

  createRoom(room: Room, owner: Member): Promise<void>;
  /** By the current code or a replaced one. */
  findRoom(code: RoomCode, sessionId: SessionId, nowMs: EpochMs): Promise<Found | null>;
  roomsOf(sessionId: SessionId): Promise<{ room: Room; member: Member }[]>;
  /** A shorter retention deletes for good what it deletes now: a later, longer one doesn't bring it back. Null: no such room. */
  changeRoom(id: RoomId, changes: RoomChanges, nowMs: EpochMs): Promise<Room | null>;
  replaceCode(id: RoomId, code: RoomCode): Promise<Room | null>;
  /** Room, members, messages, everything; and nothing of it is left in any file afterwards. */
  burnRoom(id: RoomId): Promise<void>;
  /** Rooms without members whose last message has expired. */
  deleteEmptyRooms(): Promise<number>;

  /**
   * Who enters a room that everybody has left owns it. `full` when the room has `maxMembers` already, `taken` when somebody's
   * nickname there reads like this one, `gone` when the room is, or its code is another by now. A session that is in the room
   * already gets its membership (`fresh: false`).
   */
  join(
    member: Member,
    how: Join,
  ): Promise<{ member: Member; fresh: boolean } | 'full' | 'taken' | 'gone' | 'locked' | 'blocked' | 'banned'>;
  /** Ends a membership, handing the room over where its owner goes. Null: it had ended before. */
  leave(memberId: MemberId): Promise<Left | null>;
  members(roomId: RoomId): Promise<Member[]>;
  /** Owner and moderators. */
  keepers(roomId: RoomId): Promise<Member[]>;
  memberCount(roomId: RoomId): Promise<number>;
  member(roomId: RoomId, id: MemberId): Promise<Member | null>;
  /** Null: no such member, or it owns the room by now. */
  giveRole(memberId: MemberId, role: Exclude<Role, 'owner'>): Promise<Member | null>;
  /** The owner becomes a moderator in the same moment. Null, and nothing has changed: one has left, or owns the room no more. */
  handOver(from: MemberId, to: MemberId): Promise<{ owner: Member; former: Member } | null>;

  /**
   * Gives the message the next `seq` of its room and commits it. The same `client_id` of the same member gives the first
   * message again, with `fresh: false`. Refuses with `forbidden` when the membership has ended meanwhile.
   */
  append(draft: MessageDraft): Promise<Appended>;
  /** The message that a member sent with this `client_id`, if there is one. */
  sentBefore(roomId: RoomId, memberId: MemberId, clientId: string): Promise<Appended | null>;
  /** Ascending `seq`, nothing expired. */
  messages(roomId: RoomId, order: PageOrder, nowMs: EpochMs): Promise<Page>;
  /** A message of a room that the session is in, unless it has expired. */
  findMessage(
    id: MessageId,
    sessionId: SessionId,
    nowMs: EpochMs,
  ): Promise<{ message: Message; room: Room; member: Member } | null>;
  /** Null where it was deleted or expired meanwhile. */
  editMessage(id: MessageId, content: string, nowMs: EpochMs): Promise<Message | null>;
  /** Empties the message and takes its reactions; it keeps its `seq`. False where it was deleted before. */
  deleteMessage(id: MessageId, by: DeletedBy): Promise<boolean>;
  /** Deletes all messages of a member; gives those that it deleted. */
  deleteMessagesOf(memberId: MemberId, by: DeletedBy): Promise<{ id: MessageId; seq: number }[]>;
  /** `unchanged` where it was so already; `full` when the message has as many different emoji as may be. */
  react(
    id: MessageId,
    memberId: MemberId,
    emoji: string,
    on: boolean,
    maxEmoji: number,
    nowMs: EpochMs,
  ): Promise<'done' | 'unchanged' | 'full' | 'gone'>;
  lastSeq(roomId: RoomId): Promise<number>;

  /** Deletes expired messages with all that hangs on them, a bounded number of rows at a time. */
  sweep(nowMs: EpochMs): Promise<Swept>;
  /** Nothing that was deleted before this call is left in any file of the store. */
  eraseDeleted(): Promise<void>;
  /** Rejects when the store can't read or write. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What everybody in a room learns. */
export type RoomEvent =
  | { type: 'frame'; frame: ServerFrame }
  /** For owner and moderators alone. */
  | { type: 'keepers_frame'; frame: ServerFrame }
  | { type: 'room_changed'; room: Room }
  | { type: 'member_joined'; member: Member }
  | { type: 'member_left'; member_id: MemberId; close: CloseCode }
  | { type: 'member_changed'; member: Member }
  | { type: 'room_gone' };

/** Carries events to all sockets of a room, on whatever node they are. */
export interface Bus {
  /** After the commit, never before. Events of one room arrive in the order in which they were published. */
  publish(roomId: RoomId, event: RoomEvent): Promise<void>;
  /** Closes all sockets of a session. */
  closeSession(sessionId: SessionId, code: CloseCode): Promise<void>;
  /** Every node reads the settings again; this one before it resolves. */
  settingsChanged(): Promise<void>;
}

export interface Presence {
  onlineCount(roomId: RoomId): Promise<number>;
  online(roomId: RoomId): Promise<ReadonlySet<MemberId>>;
  /** How many sockets each connected session has. */
  socketsBySession(): Promise<ReadonlyMap<SessionId, number>>;
}

export type LimitName = 'message' | 'report' | 'room' | 'session' | 'lookup' | 'login' | 'request' | 'frame';

export interface Allowance {
  allowed: boolean;
  /** Whole seconds until it would be allowed; 0 where it is. */
  retryAfterSeconds: number;
}

/** Counts tries. Keys hold no address: a network is its keyed hash. */
export interface Limiter {
  /** Counts one try and says whether it is within the limit. */
  consume(limit: LimitName, key: string): Promise<Allowance>;
  /** Says whether a try would be within the limit, without counting one. */
  peek(limit: LimitName, key: string): Promise<Allowance>;
  /** Takes a counted try back. */
  giveBack(limit: LimitName, key: string): Promise<void>;
  /** One try within the given seconds. */
  pace(key: string, seconds: number): Promise<Allowance>;
  unpace(key: string): Promise<void>;
}

/** What the operator has set, as it is now: read it at each use. */
export interface Rules {
  readonly session: SessionLifetime;
  settings(): Settings;
  /** As the server started, before anything was set in the panel. */
  shipped(): Settings;
}

/** The record of what happened. Resolves when it can't be lost any more. */
export interface Audit {
  note(draft: AuditDraft): Promise<void>;
}

export interface Ports {
  store: Store;
  bus: Bus;
  presence: Presence;
  limiter: Limiter;
  clock: Clock;
  rules: Rules;
  audit: Audit;
  /** Random bytes from the system. */
  random(bytes: number): Uint8Array;
}
