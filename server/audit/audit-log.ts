import type { AuditCheck } from '../../protocol/admin-objects.ts';
import type { AuditDraft, AuditEntry } from '../domain/types.ts';
import type { AuditLink, AuditStore } from '../ports/operator-store.ts';
import type { Audit, Clock } from '../ports.ts';
import { groupCommit } from '../storage/group-commit.ts';
import { GENESIS } from './chain.ts';
import type { HeadFile } from './head-file.ts';
import { verifyAudit } from './verify.ts';

const DAY_MS = 86_400_000;

export interface AuditLog extends Audit {
  /** Compares the record beside the database with what is there, and writes the start down with what it found. */
  started(version: string): Promise<void>;
  verify(): Promise<AuditCheck>;
  /** Cuts what is older than so many days; the chain can be checked as before. */
  trim(days: number): Promise<void>;
  /** The newest entry, for the server's own log. */
  newest(): Promise<{ count: number; hash: string }>;
  /** Resolves when nothing waits to be written any more. */
  idle(): Promise<void>;
}

/**
 * The record of what happened: a chain of hashes in the database, and how far it goes in a file beside it.
 *
 * @param onError told where that file can't be written
 */
export function createAuditLog(
  store: AuditStore,
  head: HeadFile,
  clock: Clock,
  onError: (error: unknown) => void,
): AuditLog {
  /** The newest entry that this process knows to be in the chain: a better witness than any file. */
  let known: AuditLink | null = null;

  // Several notes share a commit, as messages do.
  const notes = groupCommit<AuditDraft, AuditEntry>(async (drafts) => {
    const newest = await store.appendAudit(drafts, clock.nowMs(), known ?? head.read()?.newest);
    known = linkOf(newest);
    try {
      head.write({ newest: known, anchor: await store.auditAnchor() });
    } catch (error) {
      // The entry itself is there: what was done was done, and the next entry brings the record up to date.
      onError(error);
    }
    return drafts.map(() => ({ ok: true, result: newest }));
  });

  const log: AuditLog = {
    async note(draft) {
      await notes.submit(draft);
    },

    async started(version) {
      const record = await compareRecord(store, head);
      const newest = (await newestEntry(store)) ?? (await store.auditAnchor());
      known = linkOf(newest);
      // First into the chain, then away from the record: a process that ends in between has not lost what it found.
      await log.note({ event: 'server_started', actor: 'system', details: { version, record } });
      head.replace({ newest: known, anchor: await store.auditAnchor() });
    },

    verify: () => verifyAudit(store, head),

    async trim(days) {
      const upTo = await store.oldEndOfAudit(clock.nowMs() - days * DAY_MS);
      if (upTo === null) return;
      await log.note({ event: 'audit_trimmed', actor: 'system', details: { up_to_seq: upTo.seq, hash: upTo.hash } });
      await store.trimAudit(upTo);
      const newest = await newestEntry(store);
      if (newest !== null) head.write({ newest: linkOf(newest), anchor: upTo });
    },

    async newest() {
      const newest = await newestEntry(store);
      return { count: newest?.seq ?? 0, hash: newest?.hash ?? GENESIS };
    },

    idle: notes.idle,
  };
  return log;
}

const newestEntry = async (store: AuditStore): Promise<AuditEntry | null> =>
  (await store.auditEntries({}, 'desc', null, 1))[0] ?? null;

const linkOf = ({ seq, hash }: AuditLink): AuditLink => ({ seq, hash });

type RecordFound = 'new' | 'same' | 'behind' | 'missing' | 'ahead' | 'differs';

/** `behind`: the process ended between an entry and its record. */
async function compareRecord(store: AuditStore, head: HeadFile): Promise<RecordFound> {
  const record = head.read();
  const anchor = await store.auditAnchor();
  const newest = await newestEntry(store);
  if (record === null) return newest === null && anchor.seq === 0 ? 'new' : 'missing';
  const last = newest ?? anchor;
  if (record.newest.seq > last.seq) return 'ahead';
  const there = record.newest.seq === last.seq ? last : await store.auditEntry(record.newest.seq);
  if (there !== null && there.hash !== record.newest.hash) return 'differs';
  return record.newest.seq === last.seq ? 'same' : 'behind';
}
