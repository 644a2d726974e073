import type { AuditCheck } from '../../protocol/admin-objects.ts';
import type { AuditEntry } from '../domain/types.ts';
import { nextTurn } from '../next-turn.ts';
import type { AuditLink, AuditStore } from '../ports/operator-store.ts';
import type { AuditHead, HeadFile } from './head-file.ts';
import { createWalk, type Finding } from './walk.ts';

const READ_AT_ONCE = 500;
/** The record is written a moment after its entry. */
const RECORD_LATE_MS = 2_000;

/**
 * Walks the chain from its first entry to its last, and compares it with the record beside the database. Finds entries that
 * were altered, removed, inserted, reordered, and an end that was cut off. Can run beside a server that goes on writing.
 */
export async function verifyAudit(store: AuditStore, head: HeadFile): Promise<AuditCheck> {
  const recordBefore = head.read();
  const { anchor, walk } = await walkThrough(store);
  const { newest, findings, add, count, firstSeq, cuts, hashAt } = walk.end();

  // The anchor must be one that the chain itself tells of.
  if (anchor.seq > 0 && !cuts.some((cut) => cut.seq === anchor.seq && cut.hash === anchor.hash)) {
    add({ seq: anchor.seq, kind: 'removed', text: 'The old end was cut without a word of it in the log.' });
  }
  if (recordBefore === null) {
    add({ seq: null, kind: 'no_record', text: 'The record beside the database is missing or can’t be read.' });
  } else {
    compare(recordBefore, anchor, newest, await hashAtRecord(store, recordBefore, hashAt), add);
    if (newest !== null && newest.seq > recordBefore.newest.seq && !(await recordReaches(head, newest.seq))) {
      add({
        seq: recordBefore.newest.seq + 1,
        kind: 'inserted',
        text: `${newest.seq - recordBefore.newest.seq} entries came after the newest one of the record beside the database: somebody added them, or the server was killed a moment ago and has not been started since.`,
      });
    }
  }
  return {
    ok: findings.length === 0,
    count,
    first_seq: firstSeq,
    last_seq: newest?.seq ?? null,
    hash: newest?.hash ?? null,
    findings,
  };
}

/** From the first entry to the last, whatever its number. Begins again where the old end is cut meanwhile. */
async function walkThrough(store: AuditStore): Promise<{ anchor: AuditLink; walk: ReturnType<typeof createWalk> }> {
  const anchor = await store.auditAnchor();
  const walk = createWalk(anchor);
  let after: number | null = null;
  for (;;) {
    const entries: AuditEntry[] = await store.auditEntries({}, 'asc', after, READ_AT_ONCE);
    if (after === null && (await store.auditAnchor()).seq !== anchor.seq) return walkThrough(store);
    for (const entry of entries) walk.take(entry);
    const last = entries.at(-1);
    if (last === undefined || entries.length < READ_AT_ONCE) return { anchor, walk };
    after = last.seq;
    await nextTurn();
  }
}

function compare(
  record: AuditHead,
  anchor: { seq: number; hash: string },
  newest: AuditEntry | null,
  hashAtRecord: string | null,
  add: (finding: Finding) => void,
): void {
  const { seq, hash } = record.newest;
  if ((newest?.seq ?? anchor.seq) < seq) {
    const missing = seq - (newest?.seq ?? anchor.seq);
    add({ seq, kind: 'cut_off', text: `The newest ${missing} entries are missing: the record knows of entry ${seq}.` });
  } else if (hashAtRecord !== null && hashAtRecord !== hash) {
    add({ seq, kind: 'altered', text: `Entry ${seq} is not the one that the record beside the database knows.` });
  }
  if (record.anchor.seq > anchor.seq) {
    add({ seq: null, kind: 'inserted', text: 'The log begins earlier than the record beside the database says.' });
  }
}

/** The hash that the chain has at the record's entry; null where it is before the beginning or after the end. */
async function hashAtRecord(
  store: AuditStore,
  { newest }: AuditHead,
  known: (seq: number) => string | null,
): Promise<string | null> {
  return known(newest.seq) ?? (await store.auditEntry(newest.seq))?.hash ?? null;
}

async function recordReaches(head: HeadFile, seq: number): Promise<boolean> {
  const deadlineMs = performance.now() + RECORD_LATE_MS;
  for (;;) {
    if ((head.read()?.newest.seq ?? 0) >= seq) return true;
    if (performance.now() > deadlineMs) return false;
    await Bun.sleep(50);
  }
}
