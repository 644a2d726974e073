import { makeMessageId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { slowModeSeconds } from '../domain/roles.ts';
import type { Member, MessageId, Room } from '../domain/types.ts';
import { messageToWire } from '../domain/wire.ts';
import type { Appended, Ports } from '../ports.ts';
import { checkContent } from './check-words.ts';

export interface MessageOrder {
  content: string;
  client_id?: string | undefined;
  reply_to?: string | null | undefined;
}

/** May I, commit it, tell them. A message that was sent before (same `client_id`) costs nothing and is told nobody again. */
export async function sendMessage(
  ports: Ports,
  author: { room: Pick<Room, 'id' | 'slow_mode_seconds'>; member: Member },
  order: MessageOrder,
): Promise<Appended> {
  const { room, member } = author;
  const sentBefore = async () =>
    order.client_id === undefined ? null : ports.store.sentBefore(room.id, member.id, order.client_id);
  const within = await ports.limiter.consume('message', member.session_id);
  const paced = within.allowed
    ? await ports.limiter.pace(`${room.id}:${member.session_id}`, slowModeSeconds(room, member))
    : within;
  if (!within.allowed || !paced.allowed) {
    if (within.allowed) await ports.limiter.giveBack('message', member.session_id);
    // Who sends again what had arrived gets its receipt, however full the bucket is.
    const known = await sentBefore();
    if (known !== null) return known;
    throw new Refusal('rate_limited', {
      detail: within.allowed ? 'Slow mode: wait before the next message.' : 'Too many messages at once.',
      retryAfterSeconds: paced.retryAfterSeconds,
    });
  }

  const takeBack = async () => {
    await ports.limiter.giveBack('message', member.session_id);
    await ports.limiter.unpace(`${room.id}:${member.session_id}`);
  };
  try {
    checkContent(ports, order.content);
  } catch (refusal) {
    await takeBack();
    // What had arrived is known, whatever is refused since.
    const known = await sentBefore();
    if (known !== null) return known;
    throw refusal;
  }
  const appended = await ports.store
    .append({
      id: makeMessageId(ports.random),
      room_id: room.id,
      member_id: member.id,
      nickname: member.nickname,
      content: order.content,
      client_id: order.client_id ?? null,
      reply_to: (order.reply_to ?? null) as MessageId | null,
    })
    .catch(async (error: unknown) => {
      await takeBack();
      throw error;
    });
  if (!appended.fresh) {
    await takeBack();
    return appended;
  }
  const frame = { type: 'chat_message', ...messageToWire(appended.message, appended.room) } as const;
  await ports.bus.publish(room.id, { type: 'frame', frame });
  return appended;
}
