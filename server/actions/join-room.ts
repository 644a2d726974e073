import type { RoomCode } from '../../protocol/room-code.ts';
import { makeMemberId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Member, Room } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { banned } from './authenticate.ts';
import { checkWords } from './check-words.ts';
import { type Caller, findRoom } from './find-room.ts';

export interface JoinOrder {
  room_code: RoomCode;
  nickname?: string | undefined;
}

/** Enters a room by its code. Who is in it already stays who they are. */
export async function joinRoom(
  ports: Ports,
  caller: Caller,
  order: JoinOrder,
): Promise<{ room: Room; member: Member }> {
  const { room, member: already } = await findRoom(ports, caller, order.room_code);
  if (already !== null) return { room, member: already };
  if (order.nickname !== undefined) checkWords(ports, { nickname: order.nickname });

  const joined = await ports.store.join(
    {
      id: makeMemberId(ports.random),
      room_id: room.id,
      session_id: caller.session.id,
      nickname: order.nickname ?? caller.session.nickname,
      role: 'member',
      joined_at: ports.clock.nowMs(),
    },
    { code: room.code, maxMembers: ports.rules.settings().limits.members ?? Number.POSITIVE_INFINITY },
  );
  if (joined === 'gone') throw new Refusal('not_found', { detail: 'There is no room with this code.' });
  if (joined === 'locked') throw new Refusal('room_locked');
  if (joined === 'banned') throw banned();
  if (joined === 'blocked') throw new Refusal('blocked', { detail: 'You are blocked from this room.' });
  if (joined === 'full') throw new Refusal('forbidden', { detail: 'This room is full.' });
  if (joined === 'taken') {
    throw new Refusal('conflict', { detail: 'That nickname, or one that looks like it, is taken in this room.' });
  }
  if (joined.fresh) await ports.bus.publish(room.id, { type: 'member_joined', member: joined.member });
  return { room, member: joined.member };
}
