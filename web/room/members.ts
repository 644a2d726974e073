/** Who is in the room, as far as this browser was told: all of them, or in large rooms those with a role and those who spoke. */
import type { ServerFrameOf } from '../../protocol/frames.ts';
import type { Member } from '../../protocol/objects.ts';
import type { Happening } from './system-lines.ts';

export type Members = ReadonlyMap<string, Member>;

export const byId = (members: readonly Member[]): Members => new Map(members.map((member) => [member.id, member]));

export function withMember(members: Members, member: Member): Members {
  return new Map(members).set(member.id, member);
}

/** A frame that repeats changes nothing and says nothing. */
export function applyPresence(
  members: Members,
  frame: ServerFrameOf<'presence'>,
  myId: string,
): { members: Members; happenings: Happening[] } {
  const next = new Map(members);
  const happenings: Happening[] = [];
  for (const member of frame.joined) {
    if (!next.has(member.id) && member.id !== myId) happenings.push({ what: 'joined', nickname: member.nickname });
    next.set(member.id, member);
  }
  for (const id of frame.left) {
    const gone = next.get(id);
    if (gone !== undefined && next.delete(id)) happenings.push({ what: 'left', nickname: gone.nickname });
  }
  const setOnline = (id: string, online: boolean) => {
    const member = next.get(id);
    if (member !== undefined && member.online !== online) next.set(id, { ...member, online });
  };
  for (const id of frame.online) setOnline(id, true);
  for (const id of frame.offline) setOnline(id, false);
  return { members: next, happenings };
}

const RANK = { owner: 0, moderator: 1, member: 2 } as const;
const names = new Intl.Collator();

/** Owner, moderators, then by name. */
export function sortedMembers(members: Iterable<Member>): Member[] {
  return [...members].sort((a, b) => RANK[a.role] - RANK[b.role] || names.compare(a.nickname, b.nickname));
}
