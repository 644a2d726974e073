import type { AuditCheck } from '../../protocol/admin-objects.ts';
import type { AuditEntry } from '../domain/types.ts';
import { entryHash } from './chain.ts';

export type Finding = AuditCheck['findings'][number];

/** A log that was rewritten from end to end would otherwise have as many as entries. */
const FINDINGS_MAX = 20;

/**
 * Takes the entries of the audit log one after the other, and says what is amiss: once, then it goes on behind it. What happened
 * to an entry shows in the one after it, so each is judged when the next is there.
 *
 * @param anchor what the first entry follows
 */
export function createWalk(anchor: { seq: number; hash: string }) {
  const findings: Finding[] = [];
  const cuts: { seq: number; hash: string }[] = [];
  let count = 0;
  let firstSeq: number | null = null;
  let before: AuditEntry | null = null;
  let previous = anchor.hash;
  /** How far the entries are from the numbers that they were written under, after one was inserted or taken out. */
  let shift = 0;
  /** Looked at when its follower is known, which tells what happened to it. */
  let waiting: AuditEntry | null = null;

  /** Does not belong to the chain, which goes on as if it weren't there. */
  let skipped: AuditEntry | null = null;
  /** Has changed places with the one before it, with which that was said. */
  let reordered: AuditEntry | null = null;

  const add = (finding: Finding): void => {
    if (findings.length < FINDINGS_MAX) findings.push(finding);
  };

  function take(entry: AuditEntry): void {
    const held = waiting;
    waiting = entry;
    if (held !== null) judge(held, entry);
  }

  function judge(entry: AuditEntry, next: AuditEntry | null): void {
    count += 1;
    // Below the anchor lie what is being cut off, and what nobody ever wrote.
    if (entry.seq <= anchor.seq) {
      if (entry.seq < 1)
        add({ seq: entry.seq, kind: 'inserted', text: `Entry ${entry.seq} was put before the first.` });
      return;
    }
    firstSeq ??= entry.seq;
    const expected = (before?.seq ?? anchor.seq) + 1;
    if (entry.seq > expected) {
      const text = `Entries ${expected} to ${entry.seq - 1} are missing.`;
      add({ seq: expected, kind: 'removed', text });
      previous = '';
    }
    const fits = (one: AuditEntry, seq: number, hash: string) => entryHash({ ...one, seq }, hash) === one.hash;
    if (previous !== '' && !fits(entry, entry.seq + shift, previous)) explain(entry, next, fits);
    if (entry.event === 'audit_trimmed') noteCut(entry);
    if (entry.event === 'server_started') noteStart(entry);
    if (entry.event === 'record_differs') noteDifference(entry);
    if (entry !== skipped) previous = entry.hash;
    before = entry;
  }

  function explain(
    entry: AuditEntry,
    next: AuditEntry | null,
    fits: (one: AuditEntry, seq: number, hash: string) => boolean,
  ): void {
    if (entry === reordered) {
      // Said with the one before, whose hash the chain goes on from.
      skipped = entry;
    } else if (next !== null && fits(entry, next.seq + shift, next.hash)) {
      add({ seq: entry.seq, kind: 'reordered', text: `Entries ${entry.seq} and ${next.seq} have changed places.` });
      reordered = next;
    } else if (next !== null && fits(next, next.seq + shift - 1, previous)) {
      add({ seq: entry.seq, kind: 'inserted', text: `Entry ${entry.seq} was put in between.` });
      shift -= 1;
      skipped = entry;
    } else if (next !== null && fits(next, next.seq + shift + 1, entry.hash)) {
      add({ seq: entry.seq, kind: 'removed', text: `Something before entry ${entry.seq} was taken out.` });
      shift += 1;
    } else {
      add({ seq: entry.seq, kind: 'altered', text: `Entry ${entry.seq} was altered.` });
    }
  }

  function noteCut(entry: AuditEntry): void {
    const { up_to_seq, hash } = detailsOf(entry);
    if (typeof up_to_seq === 'number' && typeof hash === 'string') cuts.push({ seq: up_to_seq, hash });
  }

  function noteStart(entry: AuditEntry): void {
    const { record } = detailsOf(entry);
    if (record !== 'missing' && record !== 'ahead' && record !== 'differs') return;
    add({
      seq: entry.seq,
      kind: record === 'differs' ? 'altered' : 'cut_off',
      text: `When the server started at entry ${entry.seq}, ${STARTS[record]}.`,
    });
  }

  function noteDifference(entry: AuditEntry): void {
    const { seq } = detailsOf(entry);
    const text = `When entry ${entry.seq} was written, entry ${seq} was gone or another than the server had written.`;
    add({ seq: entry.seq, kind: 'altered', text });
  }

  return {
    take,
    end() {
      if (waiting !== null) judge(waiting, null);
      const hashAt = (seq: number) => (before?.seq === seq ? before.hash : seq === anchor.seq ? anchor.hash : null);
      return { newest: before, findings, add, count, firstSeq, cuts, hashAt };
    },
  };
}

const STARTS = {
  missing: 'the record beside the database was missing',
  ahead: 'the record beside the database knew of later entries than the log had',
  differs: 'the record beside the database knew another entry in the place of the newest one',
} as const;

function detailsOf({ details }: AuditEntry): Record<string, unknown> {
  try {
    return JSON.parse(details);
  } catch {
    return {};
  }
}
