import { CLOSE, type CloseCode } from '../../protocol/errors.ts';
import { ClientFrame, type ServerFrame } from '../../protocol/frames.ts';
import { BAD_FRAMES_MAX, FRAME_BYTES_MAX } from '../../protocol/limits.ts';
import type { Caller } from '../actions/find-room.ts';
import { Refusal } from '../domain/refusal.ts';
import { useIsWorthWriting } from '../domain/session.ts';
import type { Member, Room } from '../domain/types.ts';
import { asRefusal } from '../edge/problem.ts';
import { parseJson, validated } from '../edge/validation.ts';
import type { Ports } from '../ports.ts';
import { act } from './act.ts';
import { greet } from './greet.ts';
import type { Hub, LiveSocket } from './hub.ts';

/** What a socket knows from its upgrade on. */
export interface SocketData {
  /** Counts this socket's frames. */
  id: string;
  caller: Caller;
  room: Room;
  member: Member;
  /** Resume after this `seq`; null for the newest messages. */
  after: number | null;
  connection: Connection | null;
}

export interface Connection extends LiveSocket {
  /** Handles one frame, whatever it holds. Never rejects. */
  receive(data: string | Uint8Array): Promise<void>;
  opened(): Promise<void>;
  closed(): void;
}

export interface LiveParts {
  ports: Ports;
  hub: Hub;
  /** Told of errors that are bugs. */
  onError(error: unknown): void;
}

type Socket = Bun.ServerWebSocket<SocketData>;

/** One open socket of one member in one room. */
export function createConnection(parts: LiveParts, socket: Socket): Connection {
  const { ports, hub } = parts;
  const { caller, id } = socket.data;
  let badFrames = 0;
  let open = true;
  const greeted = Promise.withResolvers<void>();

  const connection: Connection = {
    session_id: caller.session.id,
    member: socket.data.member,

    send(frame: ServerFrame) {
      if (open) socket.send(JSON.stringify(frame));
    },
    subscribe(topic) {
      socket.subscribe(topic);
    },
    close(code: CloseCode, reason: string) {
      if (!open) return;
      open = false;
      hub.detach(connection);
      socket.close(code, reason);
    },

    async opened() {
      try {
        await greet(parts, socket.data, connection, () => open);
      } catch (error) {
        parts.onError(error);
        // Back to the client's own retry: nothing was promised yet.
        connection.close(CLOSE.going_away, 'Not available right now');
      } finally {
        greeted.resolve();
      }
    },

    async receive(data) {
      if (!open) return;
      const { allowed } = await ports.limiter.consume('frame', id);
      if (!open) return;
      if (!allowed) {
        connection.close(CLOSE.too_many_frames, 'Too many frames');
        return;
      }
      touch();
      // A frame may come before the socket is in its room.
      await greeted.promise;
      if (open) await handle(data);
    },

    closed() {
      open = false;
      hub.detach(connection);
    },
  };

  /** Using a socket is using its session. */
  function touch(): void {
    const nowMs = ports.clock.nowMs();
    if (!useIsWorthWriting(caller.session, ports.rules.session, nowMs)) return;
    caller.session.last_used_at = nowMs;
    ports.store.touchSession(caller.session.id, nowMs).catch(parts.onError);
  }

  async function handle(data: string | Uint8Array): Promise<void> {
    let frame: ClientFrame;
    try {
      frame = readFrame(data);
    } catch (error) {
      refuse(error, clientIdIn(data));
      badFrames += 1;
      if (badFrames >= BAD_FRAMES_MAX) connection.close(CLOSE.bad_frames, 'Too many frames that could not be read');
      return;
    }
    try {
      await act(parts, caller, connection, frame);
    } catch (error) {
      if (!(error instanceof Refusal)) parts.onError(error);
      refuse(error, frame.type === 'chat_message' ? frame.client_id : undefined);
    }
  }

  function refuse(error: unknown, client_id: string | undefined): void {
    const refusal = asRefusal(error);
    const frame: ServerFrame = { type: 'error', code: refusal.code, detail: refusal.message };
    if (client_id !== undefined) frame.client_id = client_id;
    if (refusal.retryAfterSeconds !== undefined) frame.retry_after_seconds = refusal.retryAfterSeconds;
    connection.send(frame);
  }

  return connection;
}

function readFrame(data: string | Uint8Array): ClientFrame {
  if (typeof data !== 'string') throw new Refusal('invalid_request', { detail: 'Only text frames are taken.' });
  if (data.length > FRAME_BYTES_MAX || Buffer.byteLength(data) > FRAME_BYTES_MAX)
    throw new Refusal('payload_too_large');
  return validated(ClientFrame, parseJson(data));
}

/** So that the sender of a message that was refused for its content learns which one it was. */
function clientIdIn(data: string | Uint8Array): string | undefined {
  if (typeof data !== 'string' || data.length > FRAME_BYTES_MAX) return undefined;
  const found = /"client_id"\s*:\s*"([A-Za-z0-9_-]{1,64})"/.exec(data);
  return found?.[1];
}
