import type { Context, Hono } from 'hono';
import type { Route } from '../../protocol/route.ts';
import type { Body, Params, Query, RouteName } from '../../protocol/routes.ts';
import { routes } from '../../protocol/routes.ts';
import { authenticateOperator, type Operator, requireConfirmed } from '../actions/admin/authenticate-operator.ts';
import type { Caller } from '../actions/find-room.ts';
import { Refusal } from '../domain/refusal.ts';
import { deviceOf, tokenOfCall, tokenOfOperator } from '../edge/credentials.ts';
import { checkOrigin, requireOwnOrigin } from '../edge/security.ts';
import { parseJson, validated } from '../edge/validation.ts';
import { callerOf, countRequest, type Edge } from '../edge/visitor.ts';
import { readBody } from './body.ts';

/** What Hono hands through: the server for the client's address, the request's id, and the route for the log. */
export interface AppEnv {
  Bindings: { server: Bun.Server<unknown> };
  Variables: { requestId: string; route: string };
}

/** A call after every check: whoever handles it can trust all of it. */
export interface Call<Name extends RouteName> {
  params: Params<Name>;
  query: Query<Name>;
  body: Body<Name>;
  network: string;
  /** Of an operator's browser; null where there is none. */
  device: string | null;
}
export interface CallOfSession<Name extends RouteName> extends Call<Name> {
  caller: Caller;
}
export interface CallOfOperator<Name extends RouteName> extends Call<Name> {
  operator: Operator;
}

type CallOf<Name extends RouteName> = {
  nothing: Call<Name>;
  session: CallOfSession<Name>;
  operator: CallOfOperator<Name>;
}[(typeof routes)[Name]['needs']];

/** Status, body (null for none, a stream for what is no JSON), and headers beside the usual ones. */
export interface Answer {
  status: 200 | 201 | 204;
  body: object | null;
  headers?: [string, string][];
}

/** Mounts one call of the contract's table, with and without the slash at its end. */
export function mount<Name extends RouteName>(
  app: Hono<AppEnv>,
  edge: Edge,
  name: Name,
  handle: (call: CallOf<Name>) => Promise<Answer>,
): void {
  const route: Route = routes[name];
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  const unsafe = route.method !== 'get';
  const ofOperator = route.path.startsWith('/api/admin/');

  app.on(route.method, [path, path.slice(0, -1)], async (context) => {
    context.set('route', `${route.method.toUpperCase()} ${route.path}`);
    if (unsafe && ofOperator) requireOwnOrigin(context.req.raw);
    else if (unsafe) checkOrigin(context.req.raw, edge.allowedHosts);
    const network = edge.networkOf(context.req.raw, context.env.server);
    await countRequest(edge, network);
    const who = await whoCalls(edge, route, context.req.raw, network);
    const device = ofOperator ? deviceOf(context.req.raw, edge.tls) : null;
    const call = { ...(await readCall(route, context)), network, device, ...who };
    return respond(await handle(call as CallOf<Name>));
  });
}

async function whoCalls(
  edge: Edge,
  route: Route,
  request: Request,
  network: string,
): Promise<{ caller?: Caller; operator?: Operator }> {
  switch (route.needs) {
    case 'nothing':
      return {};
    case 'session': {
      const mayBeBanned = route.mayBeBanned ?? false;
      return { caller: await callerOf(edge, tokenOfCall(request, edge.tls), network, { mayBeBanned }) };
    }
    case 'operator': {
      const operator = await authenticateOperator(edge.ports, tokenOfOperator(request, edge.tls), {
        isUse: !(route.polled ?? false),
      });
      if (route.confirmed) requireConfirmed(operator, edge.ports.clock.nowMs());
      return { operator };
    }
    default:
      return route.needs satisfies never;
  }
}

async function readCall(
  route: Route,
  context: Context<AppEnv>,
): Promise<{ params: unknown; query: unknown; body: unknown }> {
  return {
    params: route.params === undefined ? undefined : validated(route.params, decodedParams(context)),
    query: validatedQuery(route, context.req.url),
    body: route.body === undefined ? undefined : validated(route.body, parseJson(await readBody(context.req.raw))),
  };
}

function decodedParams(context: Context<AppEnv>): Record<string, string> {
  return context.req.param();
}

function validatedQuery(route: Route, url: string): unknown {
  const given = new URL(url).searchParams;
  if (route.query === undefined) return undefined;
  // The session's token may stand in the query of an upgrade only, so nothing is left out here.
  for (const name of given.keys()) {
    if (given.getAll(name).length > 1) {
      throw new Refusal('invalid_request', {
        detail: `${name}: given twice.`,
        errors: [{ path: name, message: 'Given twice.' }],
      });
    }
  }
  return validated(route.query, Object.fromEntries(given));
}

function respond({ status, body, headers }: Answer): Response {
  const all = new Headers([['Cache-Control', 'no-store'], ...(headers ?? [])]);
  if (body === null) return new Response(null, { status, headers: all });
  if (body instanceof ReadableStream) return new Response(body, { status, headers: all });
  all.set('Content-Type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers: all });
}
