/** Bytes straight onto the wire, for what no well-behaved client would send. */
import { connect, type Socket } from 'node:net';
import type { TestServer } from './server.ts';

export interface RawConnection {
  readonly socket: Socket;
  /** Everything that came back so far. */
  received(): Buffer;
  /** Resolves when what came back fits, or rejects at the deadline. */
  until(fits: (received: Buffer) => boolean): Promise<void>;
  readonly closed: Promise<void>;
}

export async function rawConnection(server: TestServer): Promise<RawConnection> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A refused writer is cut off; that is what some tests are about.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  const received = () => Buffer.concat(chunks);
  return {
    socket,
    received,
    closed,
    until: (fits) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`did not come: ${received()}`)), 10_000);
        const look = () => {
          if (!fits(received())) return;
          clearTimeout(timer);
          socket.off('data', look);
          resolve();
        };
        socket.on('data', look);
        look();
      }),
  };
}

/** Sends a request as bytes and gives the answer; for header lines and bodies that `fetch` would refuse to send. */
export async function rawRequest(
  server: TestServer,
  head: string[],
  body: Uint8Array | string = '',
): Promise<Response> {
  const connection = await rawConnection(server);
  const length = Buffer.byteLength(body);
  connection.socket.write([...head, `Content-Length: ${length}`, 'Connection: close', '', ''].join('\r\n'));
  if (length > 0) connection.socket.write(body);
  await connection.closed;
  return parseResponse(connection.received(), head[0]?.split(' ')[1] ?? '/', server);
}

/** Asks for a socket and gives the refusal, which comes before the upgrade as an HTTP answer. */
export async function refusedUpgrade(server: TestServer, path: string, headers: string[] = []): Promise<Response> {
  const connection = await rawConnection(server);
  connection.socket.write(upgradeHead(server, path, headers));
  await connection.until(
    (received) => received.includes('\r\n\r\n') && (received.includes('}') || received.includes(' 101 ')),
  );
  connection.socket.destroy();
  return parseResponse(connection.received(), path, server);
}

export function upgradeHead(server: TestServer, path: string, headers: string[] = []): string {
  const { host } = new URL(server.url);
  return [
    `GET ${path} HTTP/1.1`,
    ...(headers.some((line) => line.startsWith('Host:')) ? [] : [`Host: ${host}`]),
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
    '',
    '',
  ].join('\r\n');
}

/** A masked frame of a client (RFC 6455, 5.2); the mask is zero, so that the payload stays readable. */
export function clientFrame(opcode: number, payload: Buffer, { fin = true } = {}): Buffer {
  const length = payload.length;
  const size = length < 126 ? Buffer.from([0x80 | length]) : Buffer.from([0x80 | 126, length >> 8, length & 0xff]);
  return Buffer.concat([Buffer.from([(fin ? 0x80 : 0) | opcode]), size, Buffer.alloc(4), payload]);
}

function parseResponse(bytes: Buffer, path: string, server: TestServer): Response {
  const split = bytes.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = bytes.subarray(0, split).toString('latin1').split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const status = Number(statusLine.split(' ')[1]);
  const response = new Response(status === 101 || status === 204 ? null : new Uint8Array(bytes.subarray(split + 4)), {
    status: status === 101 ? 200 : status,
    headers,
  });
  Object.defineProperty(response, 'url', { value: new URL(path, server.url).href });
  if (status === 101) Object.defineProperty(response, 'status', { value: 101 });
  return response;
}
