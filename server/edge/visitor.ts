import { authenticate } from '../actions/authenticate.ts';
import type { Caller } from '../actions/find-room.ts';
import { withinLimit } from '../actions/limit.ts';
import type { Ports } from '../ports.ts';

/** What both doors, calls and sockets, know of the house. */
export interface Edge {
  ports: Ports;
  allowedHosts: readonly string[];
  tls: boolean;
  /** The keyed hash of the network that a request comes from. */
  networkOf(request: Request, server: Bun.Server<unknown>): string;
}

/** Counts the request against its network's limit. */
export async function countRequest(edge: Edge, network: string): Promise<void> {
  await withinLimit(edge.ports, 'request', network, 'Too many requests from this network.');
}

export async function callerOf(
  edge: Edge,
  token: string | null,
  network: string,
  options?: { mayBeBanned: boolean },
): Promise<Caller> {
  return { session: await authenticate(edge.ports, token, options), network };
}
