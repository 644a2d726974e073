import type { Hono } from 'hono';
import { CLOSE } from '../../protocol/errors.ts';
import { createSession } from '../actions/create-session.ts';
import { endSession } from '../actions/end-session.ts';
import { sessionToWire, siteToWire } from '../domain/wire.ts';
import { sessionCookies } from '../edge/credentials.ts';
import type { Edge } from '../edge/visitor.ts';
import { type AppEnv, mount } from './mount.ts';

export function mountSessions(app: Hono<AppEnv>, edge: Edge): void {
  const { ports, tls } = edge;
  const { session: lifetime } = ports.rules;

  mount(app, edge, 'getSite', async () => ({ status: 200, body: { site: siteToWire(ports.rules.settings()) } }));

  mount(app, edge, 'createSession', async ({ body, network }) => {
    const { token, session } = await createSession(ports, network, body.nickname);
    return {
      status: 201,
      body: { session_token: token, session: sessionToWire(session, lifetime) },
      headers: cookieHeaders(sessionCookies(token, tls, lifetime.maxSeconds)),
    };
  });

  mount(app, edge, 'validateSession', async ({ caller }) => ({
    status: 200,
    body: { valid: true, session: sessionToWire(caller.session, lifetime) },
  }));

  mount(app, edge, 'endSession', async ({ caller, query }) => {
    await endSession(ports, caller.session.id, { eraseMessages: query.erase_messages, close: CLOSE.session_ended });
    return {
      status: 204,
      body: null,
      // No Clear-Site-Data: Chromium takes many seconds over it, and the page erases what it holds by itself.
      headers: cookieHeaders(sessionCookies('', tls, 0)),
    };
  });
}

const cookieHeaders = (cookies: string[]): [string, string][] => cookies.map((cookie) => ['Set-Cookie', cookie]);
