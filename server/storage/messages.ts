import type { DeletedBy } from '../../protocol/objects.ts';
import { goneSince, isGone } from '../domain/retention.ts';
import type { MemberId, Message, MessageId, Reaction } from '../domain/types.ts';
import type { Page, PageOrder, Store } from '../ports.ts';
import { memberColumns, roomById } from './rows.ts';
import type { Database, Executor, MessagesTable } from './schema.ts';

type MessageStore = Pick<
  Store,
  'messages' | 'findMessage' | 'editMessage' | 'deleteMessage' | 'deleteMessagesOf' | 'react'
>;

export function messageStore(db: Database): MessageStore {
  return {
    async messages(roomId, order, nowMs): Promise<Page> {
      const room = await roomById(db, roomId);
      if (room === null) return { messages: [], has_more: false };
      const ascending = 'after' in order;
      // Both orders walk messages_by_seq.
      const rows = await db
        .selectFrom('messages')
        .selectAll()
        .where('room_id', '=', roomId)
        .where('seq', '>', Math.max(room.expired_up_to_seq, ascending ? order.after : 0))
        .where('created_at', '>', goneSince(room, nowMs))
        .$if('before' in order, (query) => query.where('seq', '<', beforeOf(order)))
        .orderBy('seq', ascending ? 'asc' : 'desc')
        .limit(order.limit + 1)
        .execute();
      const has_more = rows.length > order.limit;
      if (has_more) rows.pop();
      if (!ascending) rows.reverse();
      return { messages: await withReactions(db, rows), has_more };
    },

    async findMessage(id, sessionId, nowMs) {
      const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const room = await roomById(db, row.room_id);
      const member = await db
        .selectFrom('members')
        .select(memberColumns)
        .where('session_id', '=', sessionId)
        .where('room_id', '=', row.room_id)
        .executeTakeFirst();
      if (room === null || member === undefined || isGone(row, room, nowMs)) return null;
      const [message] = await withReactions(db, [row]);
      return message === undefined ? null : { message, room, member };
    },

    async editMessage(id, content, nowMs) {
      return db.transaction().execute(async (transaction) => {
        const before = await transaction
          .selectFrom('messages')
          .select(['room_id', 'seq', 'created_at'])
          .where('id', '=', id)
          .executeTakeFirst();
        const room = before === undefined ? null : await roomById(transaction, before.room_id);
        if (before === undefined || room === null || isGone(before, room, nowMs)) return null;
        const row = await transaction
          .updateTable('messages')
          .set({ content, edited_at: nowMs })
          .where('id', '=', id)
          .where('deleted_by', 'is', null)
          // Whoever was put out a moment ago changes nothing more.
          .where(({ exists, selectFrom }) =>
            exists(selectFrom('members').select('members.id').whereRef('members.id', '=', 'messages.member_id')),
          )
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return null;
        const [message] = await withReactions(transaction, [row]);
        return message ?? null;
      });
    },

    async deleteMessage(id, by) {
      return db.transaction().execute(async (transaction) => {
        const result = await transaction
          .updateTable('messages')
          .set({ content: '', deleted_by: by, reply_to: null })
          .where('id', '=', id)
          .where('deleted_by', 'is', null)
          .executeTakeFirst();
        await transaction.deleteFrom('reactions').where('message_id', '=', id).execute();
        return result.numUpdatedRows > 0n;
      });
    },

    deleteMessagesOf: (memberId, by) =>
      db.transaction().execute((transaction) => emptyMessagesOf(transaction, memberId, by)),

    async react(id, memberId, emoji, on, maxEmoji, nowMs) {
      return db.transaction().execute(async (transaction) => {
        if (!on) {
          const result = await transaction
            .deleteFrom('reactions')
            .where('message_id', '=', id)
            .where('emoji', '=', emoji)
            .where('member_id', '=', memberId)
            .executeTakeFirst();
          return result.numDeletedRows > 0n ? 'done' : 'unchanged';
        }
        const message = await transaction
          .selectFrom('messages')
          .select('id')
          .where('id', '=', id)
          .where('deleted_by', 'is', null)
          .executeTakeFirst();
        if (message === undefined) return 'gone';
        const there = await transaction
          .selectFrom('reactions')
          .select('emoji')
          .distinct()
          .where('message_id', '=', id)
          .execute();
        if (there.length >= maxEmoji && !there.some((row) => row.emoji === emoji)) return 'full';
        const result = await transaction
          .insertInto('reactions')
          .values({ message_id: id, emoji, member_id: memberId, created_at: nowMs })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? 'done' : 'unchanged';
      });
    },
  };
}

/** Empties all messages of a member and takes their reactions; gives those that it emptied. */
export async function emptyMessagesOf(
  transaction: Executor,
  memberId: MemberId,
  by: DeletedBy,
): Promise<{ id: MessageId; seq: number }[]> {
  const rows = await transaction
    .updateTable('messages')
    .set({ content: '', deleted_by: by, reply_to: null })
    .where('member_id', '=', memberId)
    .where('deleted_by', 'is', null)
    .returning(['id', 'seq'])
    .execute();
  await transaction
    .deleteFrom('reactions')
    .where('message_id', 'in', (query) => query.selectFrom('messages').select('id').where('member_id', '=', memberId))
    .execute();
  return rows;
}

/** Also one that has expired and wasn't swept yet. */
export async function messageById(db: Executor, id: MessageId): Promise<Message | null> {
  const row = await db.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst();
  const [message] = row === undefined ? [] : await withReactions(db, [row]);
  return message ?? null;
}

const beforeOf = (order: PageOrder): number => ('before' in order ? order.before : Number.MAX_SAFE_INTEGER);

async function withReactions(db: Executor, rows: MessagesTable[]): Promise<Message[]> {
  if (rows.length === 0) return [];
  const reactions = await db
    .selectFrom('reactions')
    .select(['message_id', 'emoji', 'member_id'])
    .where(
      'message_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('created_at')
    .execute();
  const byMessage = new Map<MessageId, Reaction[]>();
  for (const { message_id, emoji, member_id } of reactions) {
    const ofMessage = byMessage.get(message_id) ?? [];
    byMessage.set(message_id, ofMessage);
    addReaction(ofMessage, emoji, member_id);
  }
  return rows.map((row) => ({ ...row, reactions: byMessage.get(row.id) ?? [] }));
}

function addReaction(reactions: Reaction[], emoji: string, memberId: MemberId): void {
  const same = reactions.find((reaction) => reaction.emoji === emoji);
  if (same === undefined) reactions.push({ emoji, member_ids: [memberId] });
  else same.member_ids.push(memberId);
}
