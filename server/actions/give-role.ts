import type { Role } from '../../protocol/objects.ts';
import type { RoomCode } from '../../protocol/room-code.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotGiveRole } from '../domain/roles.ts';
import type { Member, MemberId } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { type Caller, findOwnRoom } from './find-room.ts';
import { noteOwner } from './leave-room.ts';

/** Makes somebody moderator, member again, or owner: that hands the room over, and the former owner moderates. */
export async function giveRole(
  ports: Ports,
  caller: Caller,
  order: { code: RoomCode; id: string; role: Role },
): Promise<Member> {
  const { room, member } = await findOwnRoom(ports, caller, order.code);
  const other = await ports.store.member(room.id, order.id as MemberId);
  if (other === null) throw new Refusal('not_found', { detail: 'There is no such member.' });
  refuseIf(whyNotGiveRole(member, other), member.id === other.id ? 'You are the owner already.' : undefined);

  if (order.role !== 'owner') {
    const changed = await ports.store.giveRole(other.id, order.role);
    if (changed === null) throw new Refusal('not_found', { detail: 'There is no such member.' });
    await ports.bus.publish(room.id, { type: 'member_changed', member: changed });
    return changed;
  }
  const handed = await ports.store.handOver(member.id, other.id);
  if (handed === null) throw new Refusal('not_found', { detail: 'There is no such member.' });
  await ports.bus.publish(room.id, { type: 'member_changed', member: handed.owner });
  await ports.bus.publish(room.id, { type: 'member_changed', member: handed.former });
  await noteOwner(ports, handed.owner);
  return handed.owner;
}
