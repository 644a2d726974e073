import { CLOSE, type CloseCode } from '../../protocol/errors.ts';
import type { SessionId } from '../domain/types.ts';
import type { Ports } from '../ports.ts';
import { leaveAs } from './leave-room.ts';

export interface Ending {
  /** Delete the session's messages in the rooms that it is in, instead of leaving them until they expire. */
  eraseMessages: boolean;
  close: CloseCode;
}

/** Leaves every room, forgets the session, closes its sockets. */
export async function endSession(
  ports: Ports,
  sessionId: SessionId,
  { eraseMessages, close }: Ending = { eraseMessages: false, close: CLOSE.session_ended },
): Promise<void> {
  // Rooms that are joined meanwhile are left as well; nobody can join for long, since the sockets close and the session goes.
  for (
    let rooms = await ports.store.roomsOf(sessionId);
    rooms.length > 0;
    rooms = await ports.store.roomsOf(sessionId)
  ) {
    for (const { room, member } of rooms) {
      if (eraseMessages) {
        for (const { id, seq } of await ports.store.deleteMessagesOf(member.id)) {
          await ports.bus.publish(room.id, {
            type: 'frame',
            frame: { type: 'message_deleted', id, seq, deleted_by: 'author' },
          });
        }
      }
      await leaveAs(ports, member.id, close);
    }
  }
  await ports.store.deleteSession(sessionId);
  await ports.bus.closeSession(sessionId, close);
  if (eraseMessages) await ports.store.eraseDeleted();
}
