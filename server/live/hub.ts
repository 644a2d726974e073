import { CLOSE, type CloseCode } from '../../protocol/errors.ts';
import type { ServerFrame } from '../../protocol/frames.ts';
import { FULL_MEMBER_LIST_MAX } from '../../protocol/limits.ts';
import type { Member, MemberId, Room, RoomId, SessionId } from '../domain/types.ts';
import { memberToWire, roomToWire } from '../domain/wire.ts';
import type { Presence, RoomEvent, Store } from '../ports.ts';
import {
  GATHER_MS,
  noChanges,
  noteJoined,
  noteLeft,
  noteOnline,
  type PresenceChanges,
  presenceFrame,
} from './presence.ts';

/** A socket as the hub sees it. */
export interface LiveSocket {
  readonly session_id: SessionId;
  member: Member;
  send(frame: ServerFrame): void;
  subscribe(topic: string): void;
  close(code: CloseCode, reason: string): void;
}

interface LiveRoom {
  room: Room;
  sockets: Set<LiveSocket>;
  changes: PresenceChanges;
  gathering: Timer | null;
  /** When each member's `typing` was passed on last; forgotten with the room's last socket. */
  typingMs: Map<MemberId, number>;
}

export interface Hub extends Presence {
  /** Puts a socket into its room: from here on it hears everything. */
  attach(socket: LiveSocket, room: Room): void;
  detach(socket: LiveSocket): void;
  /** The room as it is now, for a socket that is in it. */
  roomOf(socket: LiveSocket): Room | null;
  /** Whether this member's `typing` is due to be passed on. */
  mayType(member: Member, nowMs: number, intervalMs: number): boolean;
  socketsOf(sessionId: SessionId): number;
  deliver(roomId: RoomId, event: RoomEvent): void;
  closeSession(sessionId: SessionId, code: CloseCode): void;
  closeAll(code: CloseCode): void;
  size(): { rooms: number; sockets: number };
}

/** Which sockets of this node are in which room. */
export function createHub(
  store: Pick<Store, 'memberCount' | 'keepers'>,
  publish: (topic: string, text: string) => void,
  onError: (error: unknown) => void,
): Hub {
  const rooms = new Map<RoomId, LiveRoom>();
  const sessions = new Map<SessionId, Set<LiveSocket>>();

  const tell = (roomId: RoomId, frame: ServerFrame) => publish(topicOf(roomId), JSON.stringify(frame));
  const socketsOfMember = (live: LiveRoom, id: MemberId) =>
    [...live.sockets].filter((socket) => socket.member.id === id);
  const isOnline = (live: LiveRoom, id: MemberId) => socketsOfMember(live, id).length > 0;
  const onlineMembers = (live: LiveRoom) => new Set([...live.sockets].map((socket) => socket.member.id));

  function gather(live: LiveRoom): void {
    live.gathering ??= setTimeout(() => {
      live.gathering = null;
      const { changes } = live;
      live.changes = noChanges();
      sayPresence(live, changes).catch(onError);
    }, GATHER_MS);
  }

  async function sayPresence(live: LiveRoom, changes: PresenceChanges): Promise<void> {
    const memberCount = await store.memberCount(live.room.id);
    const keepers = memberCount > FULL_MEMBER_LIST_MAX ? await store.keepers(live.room.id) : [];
    const frame = presenceFrame(changes, {
      memberCount,
      onlineCount: onlineMembers(live).size,
      keepers: new Set(keepers.map((keeper) => keeper.id)),
      isOnline: (id) => isOnline(live, id),
    });
    if (frame !== null) tell(live.room.id, frame);
  }

  async function sayRoom(live: LiveRoom): Promise<void> {
    // Those that are here now: who comes while it is counted is greeted with the room as it is then.
    const sockets = [...live.sockets];
    const counts = { member_count: await store.memberCount(live.room.id), online_count: onlineMembers(live).size };
    // Not by topic: `me` is another for each.
    for (const socket of sockets) {
      if (!live.sockets.has(socket)) continue;
      socket.send({ type: 'room_updated', room: roomToWire(live.room, counts, socket.member) });
    }
  }

  function close(sockets: Iterable<LiveSocket>, code: CloseCode, reason: string): void {
    for (const socket of [...sockets]) socket.close(code, reason);
  }

  const hub: Hub = {
    attach(socket, room) {
      const live = rooms.get(room.id) ?? {
        room,
        sockets: new Set(),
        changes: noChanges(),
        gathering: null,
        typingMs: new Map(),
      };
      rooms.set(room.id, live);
      if (!isOnline(live, socket.member.id)) {
        noteOnline(live.changes, socket.member.id, true);
        gather(live);
      }
      live.sockets.add(socket);
      socket.subscribe(topicOf(room.id));
      const ofSession = sessions.get(socket.session_id) ?? new Set();
      sessions.set(socket.session_id, ofSession.add(socket));
    },

    detach(socket) {
      const ofSession = sessions.get(socket.session_id);
      ofSession?.delete(socket);
      if (ofSession?.size === 0) sessions.delete(socket.session_id);
      const live = rooms.get(socket.member.room_id);
      if (live === undefined || !live.sockets.delete(socket)) return;
      if (live.sockets.size === 0) {
        clearTimeout(live.gathering ?? undefined);
        rooms.delete(live.room.id);
      } else if (!isOnline(live, socket.member.id) && !live.changes.left.has(socket.member.id)) {
        noteOnline(live.changes, socket.member.id, false);
        gather(live);
      }
    },

    roomOf: (socket) => rooms.get(socket.member.room_id)?.room ?? null,

    mayType(member, nowMs, intervalMs) {
      const live = rooms.get(member.room_id);
      if (live === undefined || nowMs - (live.typingMs.get(member.id) ?? Number.NEGATIVE_INFINITY) < intervalMs)
        return false;
      live.typingMs.set(member.id, nowMs);
      return true;
    },

    socketsOf: (sessionId) => sessions.get(sessionId)?.size ?? 0,

    deliver(roomId, event) {
      const live = rooms.get(roomId);
      if (live === undefined) return;
      switch (event.type) {
        case 'frame':
          tell(roomId, event.frame);
          return;
        case 'keepers_frame':
          for (const socket of live.sockets) if (socket.member.role !== 'member') socket.send(event.frame);
          return;
        case 'room_changed':
          live.room = event.room;
          sayRoom(live).catch(onError);
          return;
        case 'member_joined':
          noteJoined(live.changes, event.member);
          gather(live);
          return;
        case 'member_left':
          noteLeft(live.changes, event.member_id);
          live.typingMs.delete(event.member_id);
          close(socketsOfMember(live, event.member_id), event.close, 'You are not in this room any more');
          gather(live);
          return;
        case 'member_changed':
          for (const socket of socketsOfMember(live, event.member.id)) socket.member = event.member;
          tell(roomId, { type: 'member_updated', member: memberToWire(event.member, isOnline(live, event.member.id)) });
          return;
        case 'room_gone':
          close(live.sockets, CLOSE.room_gone, 'This room is gone');
          return;
        default:
          event satisfies never;
      }
    },

    closeSession(sessionId, code) {
      close(sessions.get(sessionId) ?? [], code, 'This session has ended');
    },
    closeAll(code) {
      for (const ofSession of [...sessions.values()]) close(ofSession, code, 'The server is stopping');
    },

    async onlineCount(roomId) {
      const live = rooms.get(roomId);
      return live === undefined ? 0 : onlineMembers(live).size;
    },
    async online(roomId) {
      const live = rooms.get(roomId);
      return live === undefined ? new Set() : onlineMembers(live);
    },
    async socketsBySession() {
      return new Map([...sessions].map(([id, sockets]) => [id, sockets.size]));
    },
    size: () => ({
      rooms: rooms.size,
      sockets: [...rooms.values()].reduce((sum, live) => sum + live.sockets.size, 0),
    }),
  };
  return hub;
}

const topicOf = (roomId: RoomId): string => `room:${roomId}`;
