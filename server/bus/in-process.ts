import type { CloseCode } from '../../protocol/errors.ts';
import type { RoomId, SessionId } from '../domain/types.ts';
import type { Bus, RoomEvent } from '../ports.ts';

/** Where a node hands events to its own sockets. */
export interface Listener {
  deliver(roomId: RoomId, event: RoomEvent): void;
  closeSession(sessionId: SessionId, code: CloseCode): void;
  settingsChanged(): Promise<void>;
}

/** The bus of a single node: straight to its listener, in the order of the calls. */
export function createInProcessBus(): Bus & { listen(listener: Listener): void } {
  let listener: Listener | null = null;
  return {
    listen(to) {
      listener = to;
    },
    async publish(roomId, event) {
      listener?.deliver(roomId, event);
    },
    async closeSession(sessionId, code) {
      listener?.closeSession(sessionId, code);
    },
    async settingsChanged() {
      await listener?.settingsChanged();
    },
  };
}
