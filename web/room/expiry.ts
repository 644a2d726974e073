/** What the clock alone changes: messages vanish at their time, and nobody types for ever. */
import type { Message, Room } from '../../protocol/objects.ts';
import type { RoomState } from './state.ts';

/** A message's time to go, in ms: by the room's retention as it is now. Null where it stays. */
export function expiresAtMs(message: Message, room: Room): number | null {
  return message.expires_at === null ? null : Date.parse(message.created_at) + room.retention_seconds * 1000;
}

/** What is left at that time. The same object where nothing was due. */
export function tick(state: RoomState, now_ms: number): RoomState {
  const { room, log, typing } = state;
  if (room === null) return state;
  const isGone = (message: Message) => (expiresAtMs(message, room) ?? Number.POSITIVE_INFINITY) <= now_ms;
  const messages = log.messages.some(isGone) ? log.messages.filter((message) => !isGone(message)) : log.messages;
  const stillTyping = [...typing].filter(([, until]) => until > now_ms);
  const lines = state.lines.filter((line) => line.at_ms + room.retention_seconds * 1000 > now_ms);
  const isSame = messages === log.messages && stillTyping.length === typing.size && lines.length === state.lines.length;
  if (isSame) return state;
  return { ...state, log: { ...log, messages }, typing: new Map(stillTyping), lines };
}

/** When `tick` will next change something, in ms; null while nothing is due. */
export function nextTickMs({ room, log, typing }: RoomState): number | null {
  const oldest = log.messages[0];
  const due = [...typing.values()];
  const expiry = room !== null && oldest !== undefined ? expiresAtMs(oldest, room) : null;
  if (expiry !== null) due.push(expiry);
  return due.length === 0 ? null : Math.min(...due);
}
