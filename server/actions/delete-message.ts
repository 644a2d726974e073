import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotDelete } from '../domain/roles.ts';
import type { MessageId, Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';

/** Empties a message: its author, owner or moderator. Deleting twice is the same as once. */
export async function deleteMessage(ports: Ports, session: Session, id: string): Promise<void> {
  const found = await ports.store.findMessage(id as MessageId, session.id, ports.clock.nowMs());
  if (found === null) throw new Refusal('not_found', { detail: 'There is no such message.' });
  const { message, member, room } = found;
  refuseIf(whyNotDelete(member, message));
  const deleted_by = message.member_id === member.id ? 'author' : 'moderator';
  if (!(await ports.store.deleteMessage(message.id, deleted_by))) return;
  const frame = { type: 'message_deleted', id: message.id, seq: message.seq, deleted_by } as const;
  await ports.bus.publish(room.id, { type: 'frame', frame });
}
