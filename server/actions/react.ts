import { EMOJI_PER_MESSAGE_MAX } from '../../protocol/limits.ts';
import { Refusal } from '../domain/refusal.ts';
import type { MessageId, Session } from '../domain/types.ts';
import type { Ports } from '../ports.ts';

/** Puts an emoji on a message or takes it back; doing it twice is the same as once. */
export async function react(
  ports: Ports,
  session: Session,
  { id, emoji, on }: { id: string; emoji: string; on: boolean },
): Promise<void> {
  const nowMs = ports.clock.nowMs();
  const found = await ports.store.findMessage(id as MessageId, session.id, nowMs);
  if (found === null) throw new Refusal('not_found', { detail: 'There is no such message.' });
  const { message, member, room } = found;
  const result = await ports.store.react(message.id, member.id, emoji, on, EMOJI_PER_MESSAGE_MAX, nowMs);
  if (result === 'gone') throw new Refusal('not_found', { detail: 'There is no such message.' });
  if (result === 'full') {
    throw new Refusal('conflict', { detail: `A message takes at most ${EMOJI_PER_MESSAGE_MAX} different emoji.` });
  }
  if (result === 'unchanged') return;
  const frame = { type: 'reaction', id: message.id, emoji, member_id: member.id, on } as const;
  await ports.bus.publish(room.id, { type: 'frame', frame });
}
