import { statSync } from 'node:fs';
import { inRoot } from './root.mjs';

/** The Bun that comes as a pinned npm dependency; its install script swaps a stub of a few hundred bytes for the binary. */
export const BUN = inRoot('node_modules', 'bun', 'bin', 'bun.exe');

/** @returns {string | null} What keeps Bun from running, and the one command that mends it; null when it is ready. */
export function whyNoBun() {
  const size = statSync(BUN, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return 'Bun is not installed. Run this in the checkout: npm install --omit=dev';
  if (size < 1_000_000) return 'Bun’s install script has not run. Run this in the checkout: npm rebuild bun';
  return null;
}
