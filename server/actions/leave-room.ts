import { CLOSE, type CloseCode } from '../../protocol/errors.ts';
import type { RoomCode } from '../../protocol/room-code.ts';
import type { Member, MemberId } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';

/** Leaves the room; an owner hands it over by leaving. */
export async function leaveRoom(ports: Ports, caller: Caller, code: RoomCode): Promise<void> {
  const { member } = await findOwnRoom(ports, caller, code);
  await leaveAs(ports, member.id, CLOSE.left);
}

/** Ends a membership and tells the room who went and who owns it now. */
export async function leaveAs(
  ports: Pick<Ports, 'store' | 'bus' | 'audit'>,
  memberId: MemberId,
  close: CloseCode,
): Promise<void> {
  const left = await ports.store.leave(memberId);
  if (left === null) return;
  await ports.bus.publish(left.room.id, { type: 'member_left', member_id: memberId, close });
  if (left.newOwner === null) return;
  await ports.bus.publish(left.room.id, { type: 'member_changed', member: left.newOwner });
  await noteOwner(ports, left.newOwner);
}

/** Writes down who owns a room now. */
export async function noteOwner({ audit }: Pick<Ports, 'audit'>, owner: Member): Promise<void> {
  await audit.note({
    event: 'owner_changed',
    actor: 'system',
    subject: `room:${owner.room_id}`,
    details: { owner: owner.id },
  });
}
