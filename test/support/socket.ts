import { ServerFrame, type ServerFrameOf } from '../../protocol/frames.ts';
import type { Client } from './client.ts';
import type { TestServer } from './server.ts';

const DEADLINE_MS = 10_000;

export interface TestSocket {
  /** Every frame that came, oldest first; each was checked against the contract. */
  readonly frames: ServerFrame[];
  /** The next frame of this type that nobody has waited for yet; those before it are passed over. */
  next<Type extends ServerFrame['type']>(type: Type): Promise<ServerFrameOf<Type>>;
  /** The next frame that fits. */
  until(fits: (frame: ServerFrame) => boolean, what?: string): Promise<ServerFrame>;
  send(frame: object): void;
  sendRaw(data: string | Uint8Array<ArrayBuffer>): void;
  /** A ping and its pong: what the server had sent before is here, what was sent to it is dealt with. */
  settled(): Promise<ServerFrameOf<'pong'>>;
  close(): Promise<void>;
  readonly closed: Promise<{ code: number; reason: string }>;
}

interface Options {
  after?: number;
  /** How the session is shown. */
  by?: 'query' | 'bearer' | 'cookie' | 'subprotocol';
  headers?: Record<string, string>;
}

/** Opens a socket; resolves when it is open, before its first frame is waited for. */
export async function openSocket(
  server: TestServer,
  client: Client,
  code: string,
  options: Options = {},
): Promise<TestSocket> {
  const by = options.by ?? 'query';
  const url = new URL(`${server.url.replace('http', 'ws')}/ws/chat/${code}/`);
  if (by === 'query') url.searchParams.set('token', client.token ?? '');
  if (options.after !== undefined) url.searchParams.set('after', String(options.after));
  const headers: Record<string, string> = { ...options.headers };
  if (by === 'bearer') headers.Authorization = `Bearer ${client.token}`;
  if (by === 'cookie') headers.Cookie = `bauta_session=${client.token}`;
  const protocols = by === 'subprotocol' ? ['bauta.v1', `token.${client.token}`] : undefined;
  const socket = new WebSocket(url, { headers, ...(protocols ? { protocols } : {}) });

  const frames: ServerFrame[] = [];
  const problems: Error[] = [];
  let read = 0;
  let wake: (() => void) | null = null;
  const ended = Promise.withResolvers<{ code: number; reason: string }>();
  let isOpen = true;

  socket.addEventListener('message', (event) => {
    const frame = ServerFrame.safeParse(JSON.parse(String(event.data)));
    if (frame.success) frames.push(frame.data);
    else problems.push(new Error(`not a frame of the contract: ${event.data}\n${frame.error}`));
    wake?.();
  });
  socket.addEventListener('close', (event) => {
    isOpen = false;
    ended.resolve({ code: event.code, reason: event.reason });
    wake?.();
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', (event) => reject(new Error(`the socket did not open: ${event}`)), { once: true });
  });

  const opened: TestSocket = {
    frames,
    closed: ended.promise,
    send: (frame) => socket.send(JSON.stringify(frame)),
    sendRaw: (data) => socket.send(data),
    async until(fits, what = 'the frame') {
      const deadlineMs = performance.now() + DEADLINE_MS;
      for (;;) {
        const [problem] = problems;
        if (problem) throw problem;
        while (read < frames.length) {
          const frame = frames[read++];
          if (frame && fits(frame)) return frame;
        }
        const leftMs = deadlineMs - performance.now();
        const seen = () =>
          frames
            .slice(-5)
            .map((frame) => JSON.stringify(frame).slice(0, 200))
            .join('\n');
        if (!isOpen) throw new Error(`the socket closed before ${what} came; last frames:\n${seen()}`);
        if (leftMs <= 0) throw new Error(`${what} did not come; last frames:\n${seen()}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    async next<Type extends ServerFrame['type']>(type: Type) {
      return (await opened.until((frame) => frame.type === type, type)) as ServerFrameOf<Type>;
    },
    settled() {
      opened.send({ type: 'ping' });
      return opened.next('pong');
    },
    async close() {
      socket.close();
      await ended.promise;
    },
  };
  return opened;
}

/** Opens a socket and passes over `welcome` and `history`. */
export async function enter(server: TestServer, client: Client, code: string, options: Options = {}) {
  const socket = await openSocket(server, client, code, options);
  const welcome = await socket.next('welcome');
  const history = await socket.next('history');
  return Object.assign(socket, { welcome, history });
}
