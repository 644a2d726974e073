import { Refusal, refuseIf } from '../domain/refusal.ts';
import { whyNotEdit } from '../domain/roles.ts';
import type { Message, MessageId, Room, Session } from '../domain/types.ts';
import { messageToWire } from '../domain/wire.ts';
import type { Ports } from '../ports.ts';
import { checkContent } from './check-words.ts';

/** The author changes a message, within 15 minutes. */
export async function editMessage(
  ports: Ports,
  session: Session,
  order: { id: string; content: string },
): Promise<{ message: Message; room: Room }> {
  const nowMs = ports.clock.nowMs();
  const found = await ports.store.findMessage(order.id as MessageId, session.id, nowMs);
  if (found === null) throw new Refusal('not_found', { detail: 'There is no such message.' });
  refuseIf(whyNotEdit(found.member, found.message, nowMs), 'A message can be changed by its author, for 15 minutes.');
  checkContent(ports, order.content);
  const message = await ports.store.editMessage(found.message.id, order.content, nowMs);
  if (message === null) throw new Refusal('not_found', { detail: 'There is no such message.' });
  const frame = { type: 'message_edited', ...messageToWire(message, found.room) } as const;
  await ports.bus.publish(found.room.id, { type: 'frame', frame });
  return { message, room: found.room };
}
