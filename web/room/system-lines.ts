/** What happened in the room while this page was open, told in lines between the messages. Nobody keeps them. */
import type { Member, Room } from '../../protocol/objects.ts';

export type Happening =
  | { what: 'joined' | 'left' | 'made_owner' | 'made_moderator' | 'made_member'; nickname: string }
  | { what: 'renamed'; name: string }
  | { what: 'retention' | 'slow_mode'; seconds: number }
  | { what: 'locked' | 'unlocked' | 'new_code' };

export type SystemLine = Happening & {
  id: number;
  at_ms: number;
  /** It stands behind this message. */
  after_seq: number;
};

const KEPT_MAX = 200;

export function note(
  lines: readonly SystemLine[],
  happenings: readonly Happening[],
  at_ms: number,
  after_seq: number,
): readonly SystemLine[] {
  if (happenings.length === 0) return lines;
  const first = (lines.at(-1)?.id ?? 0) + 1;
  const noted = happenings.map((happening, index) => ({ ...happening, id: first + index, at_ms, after_seq }));
  return [...lines, ...noted].slice(-KEPT_MAX);
}

/** What changed between two states of the room, as its members would say it. */
export function roomChanges(before: Room, after: Room): Happening[] {
  const changes: Happening[] = [];
  if (before.name !== after.name) changes.push({ what: 'renamed', name: after.name });
  if (before.retention_seconds !== after.retention_seconds)
    changes.push({ what: 'retention', seconds: after.retention_seconds });
  if (before.slow_mode_seconds !== after.slow_mode_seconds)
    changes.push({ what: 'slow_mode', seconds: after.slow_mode_seconds });
  if (before.locked !== after.locked) changes.push({ what: after.locked ? 'locked' : 'unlocked' });
  if (before.code !== after.code) changes.push({ what: 'new_code' });
  return changes;
}

const ROLES = { owner: 'made_owner', moderator: 'made_moderator', member: 'made_member' } as const;

/** @param before undefined where the member was not known: in a large room all are known but plain members. */
export function roleChange(before: Member | undefined, after: Member): Happening[] {
  if ((before?.role ?? 'member') === after.role) return [];
  return [{ what: ROLES[after.role], nickname: after.nickname }];
}
