/** Unsaved settings outlive their page: a sign-in that ends in the middle takes none of them away. Gone with the window. */
import { useSyncExternalStore } from 'react';
import type { Settings } from '../../../protocol/admin-objects.ts';
import { type Draft, toDraft } from './draft.ts';

interface Kept {
  draft: Draft;
  /** What the server had when the first change was made. */
  base: Settings;
}

const listeners = new Set<() => void>();
let kept: Kept | null = null;

/** The form as it stands: what was begun, or what the server has. */
export function useDraft(settings: Settings): Kept {
  const begun = useSyncExternalStore(subscribe, () => kept);
  return begun === null ? { draft: toDraft(settings), base: settings } : begun;
}

export function keepDraft(draft: Draft, base: Settings): void {
  set({ draft, base });
}

export function forgetDraft(): void {
  set(null);
}

function set(next: Kept | null): void {
  kept = next;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
