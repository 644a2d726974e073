import { readRoomCode } from '../../protocol/room-code.ts';
import { findOwnRoom } from '../actions/find-room.ts';
import { joinRoom } from '../actions/join-room.ts';
import { Refusal } from '../domain/refusal.ts';
import { tokenOfUpgrade } from '../edge/credentials.ts';
import { checkHost, checkOrigin } from '../edge/security.ts';
import { callerOf, countRequest, type Edge } from '../edge/visitor.ts';
import type { SocketData } from './connection.ts';
import type { Hub } from './hub.ts';

const PATH = /^\/ws\/chat\/([^/]+)\/?$/;

export const isUpgradePath = (pathname: string): boolean => pathname.startsWith('/ws/');

/**
 * Turns a request into a socket, joining the room where it allows that.
 *
 * @throws Refusal before the upgrade; afterwards the request is the socket's
 */
export async function upgrade(edge: Edge, hub: Hub, request: Request, server: Bun.Server<SocketData>): Promise<void> {
  const url = new URL(request.url);
  checkHost(request, edge.allowedHosts);
  checkOrigin(request, edge.allowedHosts);
  const network = edge.networkOf(request, server);
  await countRequest(edge, network);
  const typed = PATH.exec(url.pathname)?.[1];
  const code = typed === undefined ? null : readRoomCode(typed);
  const { token, subprotocol } = tokenOfUpgrade(request, edge.tls);
  const caller = await callerOf(edge, token, network);
  if (code === null) throw new Refusal('not_found');
  if (request.headers.get('upgrade')?.toLowerCase() !== 'websocket') {
    throw new Refusal('invalid_request', { detail: 'This address takes WebSockets only.', errors: [] });
  }
  const after = readAfter(url.searchParams.get('after'));
  if (hub.socketsOf(caller.session.id) >= (edge.ports.rules.settings().limits.socket ?? Number.POSITIVE_INFINITY)) {
    throw new Refusal('rate_limited', { detail: 'Too many open connections of this session.', retryAfterSeconds: 10 });
  }
  // Who resumes was a member: one who has left meanwhile, in another tab, is not brought back in silence.
  const enter =
    after === null || after === 0
      ? joinRoom(edge.ports, caller, { room_code: code })
      : findOwnRoom(edge.ports, caller, code);
  const { room, member } = await enter;
  const data: SocketData = { id: crypto.randomUUID(), caller, room, member, after, connection: null };
  const headers = new Headers(subprotocol === null ? [] : [['Sec-WebSocket-Protocol', subprotocol]]);
  if (!server.upgrade(request, { data, headers })) {
    throw new Refusal('invalid_request', { detail: 'Not a WebSocket handshake (RFC 6455).', errors: [] });
  }
}

function readAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new Refusal('invalid_request', {
    detail: 'after: must be a seq.',
    errors: [{ path: 'after', message: 'Must be a seq.' }],
  });
}
