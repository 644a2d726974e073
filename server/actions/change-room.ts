import type { RoomCode } from '../../protocol/room-code.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { type RoomChanges, whyNotChangeRoom } from '../domain/roles.ts';
import type { Member, Room } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { checkRetention } from './check-retention.ts';
import { checkWords } from './check-words.ts';
import { type Caller, findOwnRoom } from './find-room.ts';

/** Name, retention, slow mode, lock. */
export async function changeRoom(
  ports: Ports,
  caller: Caller,
  code: RoomCode,
  changes: RoomChanges,
): Promise<{ room: Room; member: Member }> {
  const { room, member } = await findOwnRoom(ports, caller, code);
  refuseIf(whyNotChangeRoom(member, changes));
  checkWords(ports, { name: changes.name });
  checkRetention(ports, changes.retention_seconds);
  return { room: await applyChanges(ports, room, changes), member };
}

/** Changes the room and tells everybody in it. */
export async function applyChanges(
  ports: Pick<Ports, 'store' | 'bus' | 'clock'>,
  room: Room,
  changes: RoomChanges,
): Promise<Room> {
  const changed = await ports.store.changeRoom(room.id, changes, ports.clock.nowMs());
  if (changed === null) throw new Refusal('room_gone');
  await ports.bus.publish(room.id, { type: 'room_changed', room: changed });
  if (changed.expired_up_to_seq > room.expired_up_to_seq) {
    const frame = { type: 'messages_expired', up_to_seq: changed.expired_up_to_seq } as const;
    await ports.bus.publish(room.id, { type: 'frame', frame });
  }
  return changed;
}
