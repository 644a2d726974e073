import type { DeletedBy } from '../../protocol/objects.ts';
import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotDelete } from '../domain/roles.ts';
import type { Message, MessageId, Room, Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';

/** Empties a message: its author, owner or moderator. Deleting twice is the same as once. */
export async function deleteMessage(ports: Ports, session: Session, id: string): Promise<void> {
  const found = await ports.store.findMessage(id as MessageId, session.id, ports.clock.nowMs());
  if (found === null) throw new Refusal('not_found', { detail: 'There is no such message.' });
  const { message, member, room } = found;
  refuseIf(whyNotDelete(member, message));
  await deleteFound(ports, room, message, message.member_id === member.id ? 'author' : 'moderator');
}

/** Empties it and tells the room, unless that was done before or it has gone. */
export async function deleteFound(
  ports: Pick<Ports, 'store' | 'bus'>,
  room: Room,
  { id, seq }: Message,
  deleted_by: DeletedBy,
): Promise<void> {
  if (!(await ports.store.deleteMessage(id, deleted_by))) return;
  await ports.bus.publish(room.id, { type: 'frame', frame: { type: 'message_deleted', id, seq, deleted_by } });
}
