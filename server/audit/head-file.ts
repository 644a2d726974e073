import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const Link = z.object({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });
const Head = z.object({ newest: Link, anchor: Link });

/** What is written beside the database: how far the chain of the audit log goes, and where it begins. */
export type AuditHead = z.infer<typeof Head>;

export interface HeadFile {
  /** Null where there is none, or none that can be read. */
  read(): AuditHead | null;
  /** Never goes back: two processes may write, and the later entry counts. */
  write(head: AuditHead): void;
  /** Whatever stands there. */
  replace(head: AuditHead): void;
}

export function headFile(path: string): HeadFile {
  const read = (): AuditHead | null => {
    try {
      return Head.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return null;
    }
  };
  const replace = (head: AuditHead): void => {
    // Renamed into place: a process that ends in the middle leaves the old one.
    const next = `${path}.${process.pid}`;
    writeFileSync(next, `${JSON.stringify(head)}\n`, { mode: 0o600 });
    renameSync(next, path);
  };
  return {
    read,
    replace,
    write(head) {
      const before = read();
      if (before === null || before.newest.seq <= head.newest.seq) replace(head);
    },
  };
}
