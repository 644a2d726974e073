/** A WebSocket client (RFC 6455) that does the least: five hundred of them on one core must not be what is measured. */
const HELLO_END = Buffer.from('\r\n\r\n');

export interface RawSocket {
  /** Sends a text frame. */
  send(text: string): void;
}

export interface RawSocketListener {
  /** Told of each text frame; the bytes are valid during the call only. */
  frame(payload: Buffer): void;
}

/** Resolves when the server has taken the handshake. */
export function openRawSocket(url: string, path: string, { frame }: RawSocketListener): Promise<RawSocket> {
  const { hostname, port, host } = new URL(url);
  const opened = Promise.withResolvers<RawSocket>();
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let greeted = false;
  Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      open(socket) {
        const key = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
        );
      },
      data(socket, chunk) {
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        if (!greeted) {
          const end = rest.indexOf(HELLO_END);
          if (end < 0) return;
          const status = rest.toString('latin1', 0, 12);
          if (status !== 'HTTP/1.1 101') return opened.reject(new Error(`refused: ${status}`));
          greeted = true;
          rest = rest.subarray(end + HELLO_END.length);
          opened.resolve({ send: (text) => void socket.write(maskedFrame(text)) });
        }
        rest = rest.subarray(takeFrames(rest, frame));
      },
      close: () => opened.reject(new Error('closed')),
      connectError: (_, error) => opened.reject(error),
    },
  }).catch(opened.reject);
  return opened.promise;
}

/** Gives how many bytes were whole frames. Servers send no masks, and this one no fragments. */
function takeFrames(bytes: Buffer, take: (payload: Buffer) => void): number {
  let at = 0;
  while (bytes.length - at >= 2) {
    const opcode = (bytes[at] ?? 0) & 0x0f;
    let length = (bytes[at + 1] ?? 0) & 0x7f;
    let start = at + 2;
    if (length === 126) {
      if (bytes.length - at < 4) break;
      length = bytes.readUInt16BE(at + 2);
      start = at + 4;
    } else if (length === 127) {
      if (bytes.length - at < 10) break;
      length = Number(bytes.readBigUInt64BE(at + 2));
      start = at + 10;
    }
    if (start + length > bytes.length) break;
    if (opcode === 1) take(bytes.subarray(start, start + length));
    at = start + length;
  }
  return at;
}

/** A client must mask; a mask of zeros leaves the bytes as they are. */
function maskedFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
  head[0] = 0x81;
  if (payload.length < 126) {
    head[1] = 0x80 | payload.length;
  } else {
    head[1] = 0x80 | 126;
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}
