import { CLOSE } from '../../protocol/errors.ts';
import { FRAME_BYTES_MAX } from '../../protocol/limits.ts';
import { createConnection, type LiveParts, type SocketData } from './connection.ts';

/** A reader with more than this waiting is too slow; past twice as much, frames for it are dropped, so memory stays bounded. */
const SLOW_BYTES = 4 * 1024 * 1024;
/** How long a reader that was told to go may take to read what is left. */
const GRACE_MS = 10_000;

export interface Sockets {
  handler: Bun.WebSocketHandler<SocketData>;
  /** Closes readers that are too slow with 4408. Called each second. */
  closeSlowReaders(): void;
}

export function createSockets(parts: LiveParts): Sockets {
  const open = new Set<Bun.ServerWebSocket<SocketData>>();

  return {
    handler: {
      data: {} as SocketData,
      // A little over the contract's limit, so that the answer to a frame over it is an error and not a broken line.
      maxPayloadLength: FRAME_BYTES_MAX * 4,
      backpressureLimit: SLOW_BYTES * 2,
      closeOnBackpressureLimit: false,
      idleTimeout: 60,
      sendPings: true,
      perMessageDeflate: false,
      async open(socket) {
        open.add(socket);
        socket.data.connection = createConnection(parts, socket);
        await socket.data.connection.opened();
      },
      async message(socket, data) {
        await socket.data.connection?.receive(data);
      },
      close(socket) {
        open.delete(socket);
        socket.data.connection?.closed();
      },
    },

    closeSlowReaders() {
      for (const socket of open) {
        if (socket.getBufferedAmount() <= SLOW_BYTES) continue;
        socket.data.connection?.close(CLOSE.too_slow, 'Too slow to read');
        // Who never reads never answers the close either.
        setTimeout(() => open.has(socket) && socket.terminate(), GRACE_MS).unref();
      }
    },
  };
}
