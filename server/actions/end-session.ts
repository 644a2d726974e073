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
  ports: Pick<Ports, 'store' | 'bus' | 'audit'>,
  sessionId: SessionId,
  { eraseMessages, close }: Ending = { eraseMessages: false, close: CLOSE.session_ended },
): Promise<void> {
  // A room that is joined meanwhile is left as well.
  do {
    for (const { room, member } of await ports.store.roomsOf(sessionId)) {
      if (eraseMessages) {
        for (const { id, seq } of await ports.store.deleteMessagesOf(member.id, 'author')) {
          const frame = { type: 'message_deleted', id, seq, deleted_by: 'author' } as const;
          await ports.bus.publish(room.id, { type: 'frame', frame });
        }
      }
      await leaveAs(ports, member.id, close);
    }
  } while (!(await ports.store.deleteSession(sessionId)));
  await ports.bus.closeSession(sessionId, close);
  await ports.audit.note({ event: 'session_ended', actor: 'system', subject: `session:${sessionId}` });
  if (eraseMessages) await ports.store.eraseDeleted();
}
