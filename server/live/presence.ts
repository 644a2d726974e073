import type { ServerFrameOf } from '../../protocol/frames.ts';
import { FULL_MEMBER_LIST_MAX } from '../../protocol/limits.ts';
import type { Member, MemberId } from '../domain/types.ts';
import { memberToWire } from '../domain/wire.ts';

/** Changes are gathered this long and sent once. */
export const GATHER_MS = 250;

/** What changed in one room since the last `presence` frame. Opposite changes cancel out. */
export interface PresenceChanges {
  joined: Map<MemberId, Member>;
  left: Set<MemberId>;
  online: Set<MemberId>;
  offline: Set<MemberId>;
}

export const noChanges = (): PresenceChanges => ({
  joined: new Map(),
  left: new Set(),
  online: new Set(),
  offline: new Set(),
});

export function noteJoined(changes: PresenceChanges, member: Member): void {
  changes.left.delete(member.id);
  changes.joined.set(member.id, member);
}

export function noteLeft(changes: PresenceChanges, id: MemberId): void {
  changes.online.delete(id);
  changes.offline.delete(id);
  // Who came and went between two frames was never heard of.
  if (!changes.joined.delete(id)) changes.left.add(id);
}

export function noteOnline(changes: PresenceChanges, id: MemberId, online: boolean): void {
  const [now, before] = online ? [changes.online, changes.offline] : [changes.offline, changes.online];
  if (!before.delete(id)) now.add(id);
}

/** In rooms over 200 members only the roles above member are named; the counts say the rest. Null: nothing to say. */
export function presenceFrame(
  changes: PresenceChanges,
  room: { memberCount: number; onlineCount: number; keepers: ReadonlySet<MemberId>; isOnline(id: MemberId): boolean },
): ServerFrameOf<'presence'> | null {
  const { joined, left, online, offline } = changes;
  if (joined.size + left.size + online.size + offline.size === 0) return null;
  const all = room.memberCount <= FULL_MEMBER_LIST_MAX;
  const named = (id: MemberId) => all || room.keepers.has(id);
  return {
    type: 'presence',
    joined: [...joined.values()]
      .filter((member) => named(member.id))
      .map((member) => memberToWire(member, room.isOnline(member.id))),
    left: [...left].filter(named),
    online: [...online].filter(named),
    offline: [...offline].filter(named),
    member_count: room.memberCount,
    online_count: room.onlineCount,
  };
}
