import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import type { TestServer } from './server.ts';

/** The files of the server’s data folder that hold these bytes anywhere. */
export function filesWith(server: TestServer, text: string): string[] {
  const bytes = Buffer.from(text);
  return readdirSync(server.dataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => contents(file)?.includes(bytes) ?? false)
    .map((file) => file.slice(server.dataDir.length + 1));
}

/** Null for a file that has gone since it was listed: a journal, or one that was renamed into its place. */
function contents(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Resolves when nothing of this text is on the disk any more. */
export async function goneFromDisk(server: TestServer, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    let files: string[] = [];
    await eventually('an empty disk', () => {
      files = filesWith(server, text);
      return files.length === 0 ? true : null;
    }).catch((cause: unknown) => {
      throw new Error(`"${text}" is still in ${files.join(', ')}`, { cause });
    });
  }
}
