/** Where the wish to be forgotten stands in this tab, and what the other tabs hear of it. */
import { useSyncExternalStore } from 'react';

/** `here` = erased in this browser, but the server could not be told. */
export type Forgotten = 'everywhere' | 'here';
export type WipeState = 'idle' | 'asking' | Forgotten;

const channel = new BroadcastChannel('bauta');
let state: WipeState = 'idle';
const listeners = new Set<() => void>();

export function setWipeState(next: WipeState): void {
  state = next;
  for (const tell of listeners) tell();
}

/** Asks whether to forget everything; the answer is given in the dialog. */
export const openWipe = () => setWipeState('asking');

export function useWipeState(): WipeState {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => state,
  );
}

/** Other tabs stop at once, and erase what only they hold. */
export function tellOtherTabs(forgotten: Forgotten): void {
  channel.postMessage(forgotten === 'everywhere' ? 'wiped' : 'wiped-here');
}

/** @param erase clears what this tab holds */
export function listenToOtherTabs(erase: () => Promise<void>): void {
  channel.addEventListener('message', (event) => {
    if (event.data !== 'wiped' && event.data !== 'wiped-here') return;
    setWipeState(event.data === 'wiped' ? 'everywhere' : 'here');
    void erase();
  });
}
