import type { Hono } from 'hono';
import { blockMember } from '../actions/block-member.ts';
import { findOwnRoom } from '../actions/find-room.ts';
import { listReports } from '../actions/list-reports.ts';
import { reportMessage } from '../actions/report-message.ts';
import { resolveReport } from '../actions/resolve-report.ts';
import { unblockMember } from '../actions/unblock-member.ts';
import { refuseIf } from '../domain/refusal.ts';
import { whyNotModerate } from '../domain/roles.ts';
import { blockToWire, reportToWire } from '../domain/wire.ts';
import type { Edge } from '../edge/visitor.ts';
import { type AppEnv, mount } from './mount.ts';

export function mountModeration(app: Hono<AppEnv>, edge: Edge): void {
  const { ports } = edge;

  mount(app, edge, 'reportMessage', async ({ caller, params, body }) => {
    const { report, fresh } = await reportMessage(ports, caller.session, { id: params.id, ...body });
    return { status: fresh ? 201 : 200, body: { report: { id: report.id, status: report.status } } };
  });

  mount(app, edge, 'blockSession', async ({ caller, body }) => {
    const { block, room } = await blockMember(ports, caller, body);
    return { status: 200, body: { block: blockToWire(block, room) } };
  });

  mount(app, edge, 'unblockSession', async ({ caller, body }) => {
    await unblockMember(ports, caller, body);
    return { status: 200, body: { ok: true } };
  });

  mount(app, edge, 'listBlocks', async ({ caller, query }) => {
    const { room, member } = await findOwnRoom(ports, caller, query.room_code);
    refuseIf(whyNotModerate(member));
    const blocks = await ports.store.blocks(room.id, ports.clock.nowMs());
    return { status: 200, body: { blocks: blocks.map((block) => blockToWire(block, room)) } };
  });

  mount(app, edge, 'listReports', async ({ caller, query }) => {
    const { items, next_cursor } = await listReports(ports, caller, query);
    return { status: 200, body: { reports: items.map(({ report, room }) => reportToWire(report, room)), next_cursor } };
  });

  mount(app, edge, 'resolveReport', async ({ caller, params, body }) => {
    const { report, room } = await resolveReport(ports, caller, params.id, body);
    return { status: 200, body: { report: reportToWire(report, room) } };
  });
}
