import type { Member, MemberId, RoomId, SessionId } from '../domain/types.ts';
import type { Database, Executor } from './schema.ts';

/** Called as a membership ends: who has something standing in the room is remembered for as long as that stands. */
export async function rememberDeparted(
  transaction: Executor,
  { id, room_id, session_id, nickname }: Member,
): Promise<void> {
  const said = await transaction
    .selectFrom('messages')
    .select('id')
    .where('member_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  if (said === undefined) return;
  await transaction.insertInto('departed').values({ member_id: id, room_id, session_id, nickname }).execute();
}

/** The session behind a member who is here, or has left and is remembered. */
export async function sessionBehind(
  db: Executor,
  roomId: RoomId,
  memberId: MemberId,
): Promise<{ session_id: SessionId; nickname: string } | null> {
  const columns = ['session_id', 'nickname'] as const;
  const here = await db
    .selectFrom('members')
    .select(columns)
    .where('id', '=', memberId)
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  if (here !== undefined) return here;
  const departed = await db
    .selectFrom('departed')
    .select(columns)
    .where('member_id', '=', memberId)
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return departed ?? null;
}

/** Forgets those of whom nothing is left. @returns how many */
export async function forgetDeparted(db: Database): Promise<number> {
  const result = await db
    .deleteFrom('departed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('messages').select('messages.id').whereRef('messages.member_id', '=', 'departed.member_id')),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
