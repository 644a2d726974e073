/** Which shortcut a pressed key means, alone or as the second of two (`g r`). Pure. */

/** How long the second key of two may take. */
export const SECOND_KEY_MS = 1_500;

export interface Pressed {
  key: string;
  shiftKey: boolean;
}

/** The shortcut to run, and the first key that waits for its second. */
export interface Step {
  run: string | null;
  waiting: string | null;
}

/** `j`, `shift+b`, `enter`, `?`: letters in lower case, Shift named only where it isn't part of the sign. */
export function nameKey({ key, shiftKey }: Pressed): string {
  const name = key.toLowerCase();
  const isSign = key.length === 1 && name === key.toUpperCase();
  return shiftKey && !isSign ? `shift+${name}` : name;
}

/** A key that types a character: those can be turned off, as speech input presses them by accident (WCAG 2.1.4). */
export function isCharacter(shortcut: string): boolean {
  return shortcut.split(' ').some((part) => [...part.replace(/^shift\+/, '')].length === 1);
}

/** `waiting` is the key before, if it can begin a sequence and wasn't long ago. */
export function step(waiting: string | null, key: string, known: ReadonlySet<string>): Step {
  if (waiting !== null && known.has(`${waiting} ${key}`)) return { run: `${waiting} ${key}`, waiting: null };
  for (const shortcut of known) if (shortcut.startsWith(`${key} `)) return { run: null, waiting: key };
  return { run: known.has(key) ? key : null, waiting: null };
}
