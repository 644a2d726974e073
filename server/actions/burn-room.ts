import type { RoomCode } from '../../protocol/room-code.ts';
import { refuseIf } from '../domain/refusal.ts';
import { whyNotBurn } from '../domain/roles.ts';
import type { Room } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';

/** Members, messages, everything, now; when it is answered, nothing of it is left on the disk. */
export async function burnRoom(ports: Ports, caller: Caller, code: RoomCode): Promise<void> {
  const { room, member } = await findOwnRoom(ports, caller, code);
  refuseIf(whyNotBurn(member));
  await burn(ports, room);
  await ports.audit.note({ event: 'room_burned', actor: `member:${member.id}`, subject: `room:${room.id}` });
}

export async function burn(ports: Pick<Ports, 'store' | 'bus'>, room: Room): Promise<void> {
  await ports.store.burnRoom(room.id);
  await ports.bus.publish(room.id, { type: 'room_gone' });
  await ports.store.eraseDeleted();
}
