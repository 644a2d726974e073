import { Hono } from 'hono';
import type { Logger } from 'pino';
import { Refusal } from '../domain/refusal.ts';
import { problemResponse } from '../edge/problem.ts';
import { checkHost, secure } from '../edge/security.ts';
import type { Edge } from '../edge/visitor.ts';
import { mountAccount } from './admin/account-routes.ts';
import type { AdminParts } from './admin/admin-parts.ts';
import { mountAdminPeople } from './admin/people-routes.ts';
import { mountAdminRooms } from './admin/room-routes.ts';
import { mountAdminServer } from './admin/server-routes.ts';
import { mountDocs } from './docs-page.tsx';
import { mountMessages } from './message-routes.ts';
import { mountModeration } from './moderation-routes.ts';
import type { AppEnv } from './mount.ts';
import { type Health, mountOperator } from './operator-routes.ts';
import { mountRooms } from './room-routes.ts';
import { mountSessions } from './session-routes.ts';
import { mountSite } from './site.ts';

export interface AppParts extends Health {
  edge: Edge;
  admin: AdminParts;
  log: Logger;
  siteFolder: string;
  version: string;
}

/** Probes come by address, not by name. */
const ANY_HOST = ['/healthz', '/readyz', '/metrics'];

/** Everything that is answered over HTTP. */
export function createApp(parts: AppParts): Hono<AppEnv> {
  const { edge, log, metrics } = parts;
  const app = new Hono<AppEnv>();

  app.use(async (context, next) => {
    const startedMs = performance.now();
    const requestId = crypto.randomUUID();
    context.set('requestId', requestId);
    context.set('route', 'none');
    if (!ANY_HOST.includes(context.req.path)) checkHost(context.req.raw, edge.allowedHosts);
    await next();
    secure(context.res, { tls: edge.tls, requestId });
    const ms = performance.now() - startedMs;
    const { route } = context.var;
    metrics.request(route, context.res.status, ms / 1000);
    // The route, never the path: codes and ids stand in paths.
    log.info({ route, status: context.res.status, ms: Math.round(ms * 10) / 10, request_id: requestId }, 'request');
  });

  app.onError((error, context) => {
    const requestId = context.var.requestId;
    if (!(error instanceof Refusal)) {
      metrics.bug();
      log.error({ err: error, request_id: requestId }, 'internal error');
    }
    // Hono runs this in place of the rest of the middleware when the host check itself refuses.
    return secure(problemResponse(error, requestId), { tls: edge.tls, requestId });
  });
  app.notFound((context) => problemResponse(new Refusal('not_found'), context.var.requestId));

  mountOperator(app, parts);
  mountSessions(app, edge);
  mountRooms(app, edge);
  mountMessages(app, edge);
  mountModeration(app, edge);
  mountAccount(app, parts.admin);
  mountAdminRooms(app, parts.admin);
  mountAdminPeople(app, parts.admin);
  mountAdminServer(app, parts.admin);
  mountDocs(app, parts.version);
  mountSite(app, parts.siteFolder);
  return app;
}
