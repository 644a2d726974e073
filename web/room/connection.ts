/**
 * The socket of one room: opens it, keeps it alive, and opens it again until the room, the session or the page ends it.
 * It knows no React and no DOM; time, randomness and the socket itself are handed in.
 */
import { CLOSE } from '../../protocol/errors.ts';
import type { ClientFrame, ServerFrame } from '../../protocol/frames.ts';
import { HEARTBEAT_MS } from '../../protocol/limits.ts';
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import { readFrame } from './read-frame.ts';

/** The part of a WebSocket that is used. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  message(data: unknown): void;
  /** By whichever side; 1006 where nobody said goodbye. */
  closed(code: number): void;
}

export type Ending = 'session_ended' | 'not_member' | 'left' | 'blocked' | 'room_gone';

export type Status =
  | { name: 'connecting'; since_ms: number }
  | { name: 'open' }
  | { name: 'reconnecting' | 'offline'; since_ms: number; attempt: number; next_try_ms: number | null }
  | { name: 'ended'; why: Ending };

/** Why the handshake failed, as a plain HTTP call could find out; a browser is told nothing but 1006. */
export type Probed = { ended: Ending } | { wait_ms: number } | 'try_again';

export interface ConnectionOptions {
  /** @param after resume behind this `seq`; null for the newest messages. */
  url(after: number | null): string;
  openSocket(url: string, events: SocketEvents): Socket;
  clock: Clock;
  /** 0 to 1, as Math.random. */
  random(): number;
  /** The last `seq` up to which nothing is missing; null before the first history. */
  heldTo(): number | null;
  probe(): Promise<Probed>;
  onFrame(frame: ServerFrame): void;
  onStatus(status: Status): void;
}

export interface Connection {
  status(): Status;
  /** False where there is no open socket: nothing was sent, nothing will be. */
  send(frame: ClientFrame): boolean;
  /** The person, the network or the page asks: don't wait for the next try. */
  tryNow(): void;
  /** What the browser believes of its network; the socket has the last word. */
  setOnline(online: boolean): void;
  close(): void;
}

/** A socket that has said nothing since it was opened is given up after this long. */
const WELCOME_MS = 10_000;
/** After a hint that the network changed, the answer to a ping may take this long. */
const SUSPECT_MS = 4_000;
const TOO_MANY_FRAMES_MS = 5_000;

const ENDINGS: Partial<Record<number, Ending>> = {
  [CLOSE.left]: 'left',
  [CLOSE.session_ended]: 'session_ended',
  [CLOSE.blocked]: 'blocked',
  [CLOSE.room_gone]: 'room_gone',
};

export function createConnection(options: ConnectionOptions): Connection {
  const { clock } = options;
  let status: Status = { name: 'connecting', since_ms: clock.now() };
  let socket: Socket | null = null;
  let welcomed = false;
  let online = true;
  let attempt = 0;
  let lastHeardMs = 0;
  let cancelRetry = () => {};
  let cancelWatch = () => {};
  /** Raised with each socket and each decision, so that an answer to an old question is not listened to. */
  let generation = 0;

  function show(next: Status): void {
    status = next;
    options.onStatus(next);
  }

  function open(): void {
    cancelRetry();
    drop();
    const mine = ++generation;
    welcomed = false;
    lastHeardMs = clock.now();
    if (status.name === 'reconnecting' || status.name === 'offline') retrying(null);
    try {
      socket = options.openSocket(options.url(options.heldTo()), {
        message: (data) => void (mine === generation && hear(data)),
        closed: (code) => void (mine === generation && closed(code)),
      });
    } catch {
      retry(backoffMs(attempt, options.random));
      return;
    }
    watch(WELCOME_MS);
  }

  function hear(data: unknown): void {
    lastHeardMs = clock.now();
    const frame = typeof data === 'string' ? readFrame(data) : null;
    if (frame === null) return;
    if (frame.type === 'welcome') {
      welcomed = true;
      attempt = 0;
      watch(HEARTBEAT_MS);
      show({ name: 'open' });
    }
    options.onFrame(frame);
  }

  /** Looks at the socket after `ms`: silent for two heartbeats, or never welcomed, it is dead even if nobody says so. */
  function watch(ms: number): void {
    cancelWatch();
    cancelWatch = clock.after(ms, () => {
      const silentMs = clock.now() - lastHeardMs;
      if (!welcomed || silentMs >= 2 * HEARTBEAT_MS) {
        lost(0);
        return;
      }
      sendNow({ type: 'ping' });
      watch(HEARTBEAT_MS);
    });
  }

  /** Asks for a sign of life, and takes the socket for dead when none comes soon. */
  function suspect(): void {
    const askedMs = clock.now();
    if (!sendNow({ type: 'ping' })) return;
    cancelWatch();
    cancelWatch = clock.after(SUSPECT_MS, () => (lastHeardMs < askedMs ? lost(0) : watch(HEARTBEAT_MS)));
    // A frame within the same millisecond counts as an answer only if it came after the question.
    lastHeardMs = Math.min(lastHeardMs, askedMs - 1);
  }

  function closed(code: number): void {
    const ending = ENDINGS[code];
    if (ending !== undefined) end(ending);
    else if (!welcomed) void askWhy();
    else if (code === CLOSE.going_away || code === CLOSE.too_slow) lost(0);
    else lost(backoffMs(0, options.random) + (code === CLOSE.too_many_frames ? TOO_MANY_FRAMES_MS : 0));
  }

  async function askWhy(): Promise<void> {
    drop();
    const mine = ++generation;
    retrying(null);
    const probed = await options.probe().catch((): Probed => 'try_again');
    if (mine !== generation) return;
    if (probed === 'try_again') retry(backoffMs(attempt, options.random));
    else if ('ended' in probed) end(probed.ended);
    else retry(probed.wait_ms);
  }

  function lost(waitMs: number): void {
    // A socket that dies before it was welcomed must not be reopened in a tight circle.
    retry(welcomed ? waitMs : backoffMs(attempt, options.random));
  }

  function retry(waitMs: number): void {
    drop();
    generation++;
    welcomed = false;
    attempt++;
    retrying(clock.now() + waitMs);
    cancelRetry();
    cancelRetry = clock.after(waitMs, open);
  }

  function retrying(nextTryMs: number | null): void {
    const since_ms = 'since_ms' in status ? status.since_ms : clock.now();
    show({ name: online ? 'reconnecting' : 'offline', since_ms, attempt, next_try_ms: nextTryMs });
  }

  function end(why: Ending): void {
    close();
    show({ name: 'ended', why });
  }

  function drop(): void {
    cancelWatch();
    if (socket === null) return;
    generation++;
    socket.close();
    socket = null;
  }

  function close(): void {
    generation++;
    welcomed = false;
    cancelRetry();
    drop();
  }

  function sendNow(frame: ClientFrame): boolean {
    if (socket === null || !welcomed) return false;
    try {
      socket.send(JSON.stringify(frame));
      return true;
    } catch {
      return false;
    }
  }

  function tryNow(): void {
    if (status.name === 'ended') return;
    if (welcomed) suspect();
    // While a handshake is under way, another would only throw it away.
    else if (socket === null) open();
  }

  open();
  return {
    status: () => status,
    send: sendNow,
    tryNow,
    setOnline(now) {
      online = now;
      if (now || welcomed) tryNow();
      else if (status.name === 'reconnecting') retrying(status.next_try_ms);
    },
    close,
  };
}
