import type { Body } from '../../../protocol/routes.ts';
import { Refusal } from '../../domain/refusal.ts';
import { isGone } from '../../domain/retention.ts';
import type { Message, MessageId, Room } from '../../domain/types.ts';
import type { Ports } from '../../ports.ts';
import { burn } from '../burn-room.ts';
import { applyChanges } from '../change-room.ts';
import { checkRetention } from '../check-retention.ts';
import { deleteFound } from '../delete-message.ts';
import { actorOf, type Operator, requireConfirmed } from './authenticate-operator.ts';
import { findAnyRoom, type OpenedRoom, withMembers } from './look-at-rooms.ts';

/** Lock, slow mode, retention of any room. */
export async function changeAnyRoom(
  ports: Ports,
  operator: Operator,
  typed: string,
  changes: Body<'adminUpdateRoom'>,
): Promise<OpenedRoom> {
  const { room } = await findAnyRoom(ports, typed);
  checkRetention(ports, changes.retention_seconds);
  // A shorter time deletes for good.
  if ((changes.retention_seconds ?? room.retention_seconds) < room.retention_seconds) {
    requireConfirmed(operator, ports.clock.nowMs());
  }
  await ports.audit.note({
    event: 'room_changed',
    actor: actorOf(operator),
    subject: `room:${room.id}`,
    details: changes,
  });
  await applyChanges(ports, room, changes);
  return withMembers(ports, await findAnyRoom(ports, typed));
}

export async function burnAnyRoom(ports: Ports, operator: Operator, typed: string): Promise<void> {
  const { room } = await findAnyRoom(ports, typed);
  await ports.audit.note({ event: 'room_burned', actor: actorOf(operator), subject: `room:${room.id}` });
  await burn(ports, room);
}

export async function deleteAnyMessage(ports: Ports, operator: Operator, id: string): Promise<void> {
  const found = await ports.store.anyMessage(id as MessageId);
  if (found === null || isGone(found.message, found.room, ports.clock.nowMs())) {
    throw new Refusal('not_found', { detail: 'There is no such message.' });
  }
  await deleteAsOperator(ports, operator, found.room, found.message);
}

/** Written down first, as all that an operator does for good. */
export async function deleteAsOperator(ports: Ports, operator: Operator, room: Room, message: Message): Promise<void> {
  await ports.audit.note({
    event: 'message_deleted',
    actor: actorOf(operator),
    subject: `message:${message.id}`,
    details: { room: room.id },
  });
  await deleteFound(ports, room, message, 'moderator');
}
