import { CLOSE } from '../../protocol/errors.ts';
import type { ClientFrame } from '../../protocol/frames.ts';
import { TYPING_INTERVAL_MS } from '../../protocol/limits.ts';
import { deleteMessage } from '../actions/delete-message.ts';
import { editMessage } from '../actions/edit-message.ts';
import type { Caller } from '../actions/find-room.ts';
import { react } from '../actions/react.ts';
import { sendMessage } from '../actions/send-message.ts';
import { messageToWire } from '../domain/wire.ts';
import type { LiveParts } from './connection.ts';
import type { LiveSocket } from './hub.ts';

/** Each type of frame finds its action. Rejects with a refusal where the action refuses. */
export async function act(
  { ports, hub }: LiveParts,
  caller: Caller,
  socket: LiveSocket,
  frame: ClientFrame,
): Promise<void> {
  const { member } = socket;
  switch (frame.type) {
    case 'chat_message': {
      const room = hub.roomOf(socket);
      if (room === null) return socket.close(CLOSE.room_gone, 'This room is gone');
      const { message, room: committedIn, fresh } = await sendMessage(ports, { room, member }, frame);
      // Everybody has the first one already; its sender asked again because the receipt was lost.
      if (!fresh) socket.send({ type: 'chat_message', ...messageToWire(message, committedIn) });
      return;
    }
    case 'edit_message':
      await editMessage(ports, caller.session, frame);
      return;
    case 'delete_message':
      return deleteMessage(ports, caller.session, frame.id);
    case 'react':
      return react(ports, caller.session, frame);
    case 'typing':
      if (hub.mayType(member, ports.clock.nowMs(), TYPING_INTERVAL_MS)) {
        const typing = { type: 'typing', member_id: member.id } as const;
        await ports.bus.publish(member.room_id, { type: 'frame', frame: typing });
      }
      return;
    case 'ping':
      return socket.send({ type: 'pong', last_seq: await ports.store.lastSeq(member.room_id) });
    default:
      frame satisfies never;
  }
}
