import { successor } from '../domain/roles.ts';
import { skeleton } from '../domain/skeleton.ts';
import type { Member, MemberId, RoomId } from '../domain/types.ts';
import type { Store } from '../ports.ts';
import { rememberDeparted } from './departed.ts';
import { isBanned, isBlocked } from './kept-out.ts';
import { memberColumns, memberRow, roomById } from './rows.ts';
import type { Database, Executor } from './schema.ts';

type MemberStore = Pick<
  Store,
  'join' | 'leave' | 'members' | 'keepers' | 'memberCount' | 'member' | 'giveRole' | 'handOver'
>;

export function memberStore(db: Database): MemberStore {
  return {
    async join(member, { code, maxMembers }) {
      return db.transaction().execute(async (transaction) => {
        const room = await roomById(transaction, member.room_id);
        if (room === null) return 'gone';
        const already = await transaction
          .selectFrom('members')
          .select(memberColumns)
          .where('session_id', '=', member.session_id)
          .where('room_id', '=', member.room_id)
          .executeTakeFirst();
        if (already !== undefined) return { member: already, fresh: false };
        // Here and not before: a block with a new code lets in nobody who read the old one a moment earlier.
        if (await isBanned(transaction, member.session_id, member.joined_at)) return 'banned';
        if (await isBlocked(transaction, member.room_id, member.session_id, member.joined_at)) return 'blocked';
        if (room.code !== code) return 'gone';
        if (room.locked) return 'locked';
        const alike = await transaction
          .selectFrom('members')
          .select('id')
          .where('room_id', '=', member.room_id)
          .where('skeleton', '=', skeleton(member.nickname))
          .executeTakeFirst();
        if (alike !== undefined) return 'taken';
        const count = await countMembers(transaction, member.room_id);
        if (count >= maxMembers) return 'full';
        // Everybody had left while messages were still there: a room is never without an owner.
        const joined: Member = count === 0 ? { ...member, role: 'owner' } : member;
        await transaction.insertInto('members').values(memberRow(joined)).execute();
        return { member: joined, fresh: true };
      });
    },

    async leave(memberId) {
      return db.transaction().execute(async (transaction) => {
        const member = await transaction
          .deleteFrom('members')
          .where('id', '=', memberId)
          .returning(memberColumns)
          .executeTakeFirst();
        if (member === undefined) return null;
        await rememberDeparted(transaction, member);
        const room = await roomById(transaction, member.room_id);
        if (room === null) return null;
        if (member.role !== 'owner') return { room, member, newOwner: null };
        const next = successor(await allMembers(transaction, member.room_id));
        if (next === null) return { room, member, newOwner: null };
        return { room, member, newOwner: await setRole(transaction, next.id, 'owner') };
      });
    },

    members: (roomId) => allMembers(db, roomId),

    async keepers(roomId) {
      return db
        .selectFrom('members')
        .select(memberColumns)
        .where('room_id', '=', roomId)
        .where('role', 'in', ['owner', 'moderator'])
        .orderBy('joined_at')
        .execute();
    },

    memberCount: (roomId) => countMembers(db, roomId),

    async member(roomId, id) {
      const row = await db
        .selectFrom('members')
        .select(memberColumns)
        .where('id', '=', id)
        .where('room_id', '=', roomId)
        .executeTakeFirst();
      return row ?? null;
    },

    async giveRole(memberId, role) {
      const row = await db
        .updateTable('members')
        .set({ role })
        .where('id', '=', memberId)
        // Who became owner a moment ago stays it: a room is never without one.
        .where('role', '!=', 'owner')
        .returning(memberColumns)
        .executeTakeFirst();
      return row ?? null;
    },

    async handOver(from, to) {
      return db.transaction().execute(async (transaction) => {
        const former = await transaction
          .updateTable('members')
          .set({ role: 'moderator' })
          .where('id', '=', from)
          .where('role', '=', 'owner')
          // Nobody loses the room to somebody who has just left it.
          .where('room_id', '=', (query) => query.selectFrom('members').select('room_id').where('id', '=', to))
          .returning(memberColumns)
          .executeTakeFirst();
        if (former === undefined) return null;
        const owner = await setRole(transaction, to, 'owner');
        return owner === null ? null : { owner, former };
      });
    },
  };
}

async function allMembers(db: Executor, roomId: RoomId): Promise<Member[]> {
  return db.selectFrom('members').select(memberColumns).where('room_id', '=', roomId).orderBy('joined_at').execute();
}

async function countMembers(db: Executor, roomId: RoomId): Promise<number> {
  const row = await db
    .selectFrom('members')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('room_id', '=', roomId)
    .executeTakeFirstOrThrow();
  return row.count;
}

async function setRole(db: Executor, id: MemberId, role: Member['role']): Promise<Member | null> {
  const row = await db
    .updateTable('members')
    .set({ role })
    .where('id', '=', id)
    .returning(memberColumns)
    .executeTakeFirst();
  return row ?? null;
}
