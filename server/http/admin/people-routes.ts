import type { Hono } from 'hono';
import {
  listAllReports,
  noteReport,
  type ReadReport,
  readReport,
  resolveAnyReport,
} from '../../actions/admin/reports.ts';
import { banSession, listSessions, unbanSession } from '../../actions/admin/sessions.ts';
import { banToWire, reportDetailToWire, reportEntryToWire, sessionEntryToWire } from '../../domain/wire-operator.ts';
import { type AppEnv, mount } from '../mount.ts';
import type { AdminParts } from './admin-parts.ts';

/** Reports of all rooms, and people's sessions. */
export function mountAdminPeople(app: Hono<AppEnv>, { edge }: AdminParts): void {
  const { ports } = edge;

  const listed = async ({ items, next_cursor }: Awaited<ReturnType<typeof listSessions>>) => {
    const connected = await ports.presence.socketsBySession();
    const nowMs = ports.clock.nowMs();
    const sessions = items.map(({ session, room_count }) => {
      const counts = { room_count, sockets: connected.get(session.id) ?? 0 };
      return sessionEntryToWire(session, counts, ports.rules.session, nowMs);
    });
    return { sessions, next_cursor };
  };
  const detail = ({ report, room, ...more }: ReadReport) => ({ report: reportDetailToWire(report, room, more) });

  mount(app, edge, 'adminSessions', async ({ query }) => ({
    status: 200,
    body: await listed(await listSessions(ports, query)),
  }));

  mount(app, edge, 'adminSearchSessions', async ({ body: { query, ...order } }) => ({
    status: 200,
    body: await listed(await listSessions(ports, order, query)),
  }));

  mount(app, edge, 'adminBan', async ({ operator, params, body }) => ({
    status: 200,
    body: { ban: banToWire(await banSession(ports, operator, params.id, body)) },
  }));

  mount(app, edge, 'adminUnban', async ({ operator, params }) => {
    await unbanSession(ports, operator, params.id);
    return { status: 204, body: null };
  });

  mount(app, edge, 'adminReports', async ({ query }) => {
    const { items, next_cursor } = await listAllReports(ports, query);
    const reports = items.map(({ report, room, reports_of_message }) =>
      reportEntryToWire(report, room, reports_of_message),
    );
    return { status: 200, body: { reports, next_cursor } };
  });

  mount(app, edge, 'adminReport', async ({ operator, params }) => ({
    status: 200,
    body: detail(await readReport(ports, operator, params.id)),
  }));

  mount(app, edge, 'adminResolveReport', async ({ operator, params, body }) => ({
    status: 200,
    body: detail(await resolveAnyReport(ports, operator, params.id, body)),
  }));

  mount(app, edge, 'adminNoteReport', async ({ operator, params, body }) => ({
    status: 200,
    body: detail(await noteReport(ports, operator, params.id, body.note)),
  }));
}
