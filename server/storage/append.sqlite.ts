import type { Database as Sqlite } from 'bun:sqlite';
import { Refusal } from '../domain/refusal.ts';
import { isGone } from '../domain/retention.ts';
import type { Message } from '../domain/types.ts';
import type { Appended, Clock, MessageDraft } from '../ports.ts';
import type { Outcome } from './group-commit.ts';
import { roomFromRow } from './rows.ts';
import type { MessagesTable, RoomsTable } from './schema.ts';

/**
 * The hot path, by prepared statements: all drafts go down in one transaction, in their order. A draft that is refused (its
 * author has left meanwhile) or known already takes no `seq`.
 */
export function appendToSqlite(
  raw: Sqlite,
  clock: Clock,
): {
  appendAll(drafts: MessageDraft[]): Outcome<Appended>[];
  sentBefore(roomId: string, memberId: string, clientId: string): Appended | null;
} {
  const raise = raw.query<RoomsTable, [number, string, string, string]>(`
    update rooms set last_seq = last_seq + 1, last_message_at = max(last_message_at, ?)
    where id = ? and exists (select 1 from members where id = ? and room_id = ?)
    returning *`);
  const first = raw.query<MessagesTable, [string, string]>(
    'select * from messages where member_id = ? and client_id = ?',
  );
  const roomOf = raw.query<RoomsTable, [string]>('select * from rooms where id = ?');
  const target = raw.query<{ id: string }, [string, string]>('select id from messages where id = ? and room_id = ?');
  const insert = raw.query<void, (string | number | null)[]>(`
    insert into messages (id, room_id, seq, member_id, nickname, content, client_id, reply_to, created_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)`);

  function sentBefore(roomId: string, memberId: string, clientId: string): Appended | null {
    const known = first.get(memberId, clientId);
    const row = known === null ? null : roomOf.get(roomId);
    if (known === null || row === null) return null;
    const room = roomFromRow(withoutTime(row));
    const message: Message = { ...known, reactions: [] };
    // What has expired is served to nobody, not even as a receipt; the sender still learns that it had arrived.
    const shown = isGone(message, room, clock.nowMs()) ? { ...message, content: '', reply_to: null } : message;
    return { room, message: shown, fresh: false };
  }

  function appendOne(draft: MessageDraft, nowMs: number): Outcome<Appended> {
    const known = draft.client_id === null ? null : sentBefore(draft.room_id, draft.member_id, draft.client_id);
    if (known !== null) return { ok: true, result: known };
    const row = raise.get(nowMs, draft.room_id, draft.member_id, draft.room_id);
    if (row === null)
      return { ok: false, error: new Refusal('forbidden', { detail: 'You are not in this room any more.' }) };
    const message: Message = {
      ...draft,
      // A quoted message may have expired a moment ago.
      reply_to: draft.reply_to !== null && target.get(draft.reply_to, draft.room_id) !== null ? draft.reply_to : null,
      seq: row.last_seq,
      created_at: row.last_message_at,
      edited_at: null,
      deleted_by: null,
      reactions: [],
    };
    insert.run(
      message.id,
      message.room_id,
      message.seq,
      message.member_id,
      message.nickname,
      message.content,
      message.client_id,
      message.reply_to,
      message.created_at,
    );
    return { ok: true, result: { message, room: roomFromRow(withoutTime(row)), fresh: true } };
  }

  function appendAll(drafts: MessageDraft[]): Outcome<Appended>[] {
    const nowMs = clock.nowMs();
    raw.run('begin immediate');
    try {
      const outcomes = drafts.map((draft) => appendOne(draft, nowMs));
      raw.run('commit');
      return outcomes;
    } catch (error) {
      if (raw.inTransaction) raw.run('rollback');
      throw error;
    }
  }

  return { appendAll, sentBefore };
}

function withoutTime({ last_message_at: _, ...row }: RoomsTable): Omit<RoomsTable, 'last_message_at'> {
  return row;
}
