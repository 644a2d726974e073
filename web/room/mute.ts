/** Whom this person doesn't want to hear, in one room. Only this tab knows: nobody is told, and the server isn't either. */
import type { Message } from '../../protocol/objects.ts';
import type { Drawer } from './outbox.ts';

/** Ids of members. */
export type Muted = ReadonlySet<string>;

export const NOBODY: Muted = new Set();

export function withToggled(muted: Muted, memberId: string): Muted {
  const next = new Set(muted);
  if (!next.delete(memberId)) next.add(memberId);
  return next;
}

/** Those that count as new, and are said aloud. The same list where nobody is muted. */
export function heardOf(messages: readonly Message[], muted: Muted): readonly Message[] {
  return muted.size === 0 ? messages : messages.filter(({ member_id }) => !muted.has(member_id));
}

export function readMuted(drawer: Drawer): Muted {
  try {
    const kept: unknown = JSON.parse(drawer.read() ?? '[]');
    return Array.isArray(kept) ? new Set(kept.filter((id) => typeof id === 'string')) : NOBODY;
  } catch {
    // Not ours, or cut off.
    return NOBODY;
  }
}

export function writeMuted(drawer: Drawer, muted: Muted): void {
  drawer.write(muted.size === 0 ? null : JSON.stringify([...muted]));
}
