import type { MemberId, RoomId, SessionId } from '../domain/types.ts';
import type { ModerationStore } from '../ports/moderation-store.ts';
import { rememberDeparted, sessionBehind } from './departed.ts';
import { blockHolds } from './kept-out.ts';
import { emptyMessagesOf } from './messages.ts';
import { setCode } from './rooms.ts';
import { memberColumns, roomById } from './rows.ts';
import type { Database, Executor } from './schema.ts';

type BlockStore = Pick<ModerationStore, 'block' | 'unblock' | 'blocks'>;

export function blockStore(db: Database): BlockStore {
  return {
    async block({ deleteMessages, newCode, ...draft }) {
      return db.transaction().execute(async (transaction) => {
        const known = await whoIs(transaction, draft.room_id, draft.member_id);
        if (known === null) return null;
        // They may be here again, as somebody new.
        const here = await transaction
          .selectFrom('members')
          .select(memberColumns)
          .where('session_id', '=', known.session_id)
          .where('room_id', '=', draft.room_id)
          .execute();
        if (here.some((member) => member.role === 'owner')) return 'owner';
        await transaction
          .deleteFrom('members')
          .where('session_id', '=', known.session_id)
          .where('room_id', '=', draft.room_id)
          .execute();
        for (const member of here) await rememberDeparted(transaction, member);
        const block = { ...draft, ...known };
        await transaction
          .insertInto('blocks')
          .values(block)
          .onConflict((conflict) => conflict.columns(['room_id', 'session_id']).doUpdateSet(block))
          .execute();
        const deleted = [];
        if (deleteMessages) {
          for (const id of new Set([draft.member_id, ...here.map((member) => member.id)])) {
            deleted.push(...(await emptyMessagesOf(transaction, id, 'moderator')));
          }
        }
        const room =
          newCode === null
            ? await roomById(transaction, draft.room_id)
            : await setCode(transaction, draft.room_id, newCode);
        return room === null ? null : { block, room, left: here, deleted };
      });
    },

    async unblock(roomId, memberId) {
      const result = await db
        .deleteFrom('blocks')
        .where('room_id', '=', roomId)
        .where('member_id', '=', memberId)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async blocks(roomId, nowMs) {
      return db
        .selectFrom('blocks')
        .selectAll()
        .where('room_id', '=', roomId)
        .where(blockHolds(nowMs))
        .orderBy('created_at', 'desc')
        .execute();
    },
  };
}

/** The session behind a member: of one who is here or has left, was blocked before, or is known by a report. */
async function whoIs(
  db: Executor,
  roomId: RoomId,
  memberId: MemberId,
): Promise<{ session_id: SessionId; nickname: string } | null> {
  const known = await sessionBehind(db, roomId, memberId);
  if (known !== null) return known;
  const blocked = await db
    .selectFrom('blocks')
    .select(['session_id', 'nickname'])
    .where('room_id', '=', roomId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  if (blocked !== undefined) return blocked;
  const reported = await db
    .selectFrom('reports')
    .select(['author_session_id', 'message'])
    .where('room_id', '=', roomId)
    .where('author_member_id', '=', memberId)
    .where('author_session_id', 'is not', null)
    .executeTakeFirst();
  if (reported === undefined || reported.author_session_id === null) return null;
  return { session_id: reported.author_session_id, nickname: JSON.parse(reported.message).nickname };
}
