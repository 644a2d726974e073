import type { Member } from '../../protocol/objects.ts';

/** Who gets a room that its owner leaves: the longest-standing moderator, else member. Null where nobody is known. */
export function heirOf(members: Iterable<Member>, ownerId: string): Member | null {
  const others = [...members]
    .filter((member) => member.id !== ownerId)
    .sort((a, b) => (a.joined_at < b.joined_at ? -1 : 1));
  return others.find((member) => member.role === 'moderator') ?? others[0] ?? null;
}
