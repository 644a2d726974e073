/** What a tab keeps of a room over a reload: the draft, what is not sent yet, what was read, who is muted. Gone with the tab. */
import type { Drawer } from './outbox.ts';

const NAMES = ['outbox', 'draft', 'read', 'muted'] as const;
export type DrawerName = (typeof NAMES)[number];

const keyOf = (name: DrawerName, code: string) => `bauta.${name}.${code}`;

/** @param code of the room as it is now: it may be replaced while somebody is inside */
export function drawer(name: DrawerName, code: () => string): Drawer {
  return {
    read() {
      try {
        return sessionStorage.getItem(keyOf(name, code()));
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        if (text === null) sessionStorage.removeItem(keyOf(name, code()));
        else sessionStorage.setItem(keyOf(name, code()), text);
      } catch {
        // Storage is full or forbidden: what is written stays in the page until it goes.
      }
    },
  };
}

/** After somebody has replaced the room's code. */
export function moveDrawers(from: string, to: string): void {
  for (const name of NAMES) {
    const target = drawer(name, () => to);
    // What was written under the new code is newer than what lies under the old one.
    if (target.read() === null) target.write(drawer(name, () => from).read());
    drawer(name, () => from).write(null);
  }
}

export function emptyDrawers(code: string): void {
  for (const name of NAMES) drawer(name, () => code).write(null);
}
