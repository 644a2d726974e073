import { makeRoomCode, type RoomCode } from '../../protocol/room-code.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotRotate } from '../domain/roles.ts';
import type { Member, Room } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';

/** A new code for the room; the old one goes on for members only. */
export async function rotateCode(
  ports: Ports,
  caller: Caller,
  code: RoomCode,
): Promise<{ room: Room; member: Member }> {
  const { room, member } = await findOwnRoom(ports, caller, code);
  refuseIf(whyNotRotate(member));
  const changed = await ports.store.replaceCode(room.id, makeRoomCode(ports.random));
  if (changed === null) throw new Refusal('room_gone');
  await ports.bus.publish(room.id, { type: 'room_changed', room: changed });
  await ports.audit.note({ event: 'code_rotated', actor: `member:${member.id}`, subject: `room:${room.id}` });
  return { room: changed, member };
}
