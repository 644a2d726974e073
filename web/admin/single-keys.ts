/** Whether keys that type a character act on the panel, and whether the list of all shortcuts is open. */
import { useSyncExternalStore } from 'react';

const OFF_KEY = 'bauta-admin-keys-off';
const listeners = new Set<() => void>();
let single = readSingle();
let listOpen = false;

export const singleKeysAllowed = () => single;
export const useSingleKeys = () => useSyncExternalStore(subscribe, singleKeysAllowed);
export const useShortcutsOpen = () => useSyncExternalStore(subscribe, () => listOpen);

/** Kept in this browser. */
export function allowSingleKeys(allowed: boolean): void {
  single = allowed;
  try {
    if (allowed) localStorage.removeItem(OFF_KEY);
    else localStorage.setItem(OFF_KEY, '1');
  } catch {
    // Not kept, but so until the page goes.
  }
  tell();
}

/** Opens the list of all shortcuts. */
export function openShortcuts(): void {
  listOpen = true;
  tell();
}

export function closeShortcuts(): void {
  listOpen = false;
  tell();
}

function readSingle(): boolean {
  try {
    return localStorage.getItem(OFF_KEY) === null;
  } catch {
    return true;
  }
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

function tell(): void {
  for (const changed of listeners) changed();
}
