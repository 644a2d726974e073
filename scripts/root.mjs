import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout’s folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string[]} parts Path inside the checkout. */
export const inRoot = (...parts) => join(ROOT, ...parts);
