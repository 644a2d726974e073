import { forgetTheme } from '../ui/theme.ts';

/** Erases whatever scripts of this page can have left in the browser. The session's cookie only the server can take back. */
export async function eraseBrowser(): Promise<void> {
  await Promise.allSettled([emptyStorage(), emptyCaches(), dropDatabases()]);
  forgetTheme();
}

// Each may be forbidden or missing in this browser; what then was never stored needs no erasing.
async function emptyStorage(): Promise<void> {
  sessionStorage.clear();
  localStorage.clear();
}

async function emptyCaches(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
}

async function dropDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
}
