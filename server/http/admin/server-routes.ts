import type { Hono } from 'hono';
import { actorOf } from '../../actions/admin/authenticate-operator.ts';
import { changeSettings } from '../../actions/admin/change-settings.ts';
import { exportAudit, listAudit } from '../../actions/admin/read-audit.ts';
import { auditEntryToWire, figuresToWire } from '../../domain/wire-operator.ts';
import { type AppEnv, mount } from '../mount.ts';
import type { AdminParts } from './admin-parts.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** So many points that a curve looks whole and loads at once. */
const RANGES = {
  '1h': { lengthMs: 60 * MINUTE_MS, stepMs: MINUTE_MS },
  '24h': { lengthMs: DAY_MS, stepMs: 5 * MINUTE_MS },
  '7d': { lengthMs: 7 * DAY_MS, stepMs: 30 * MINUTE_MS },
} as const;

/** How the server is, what it is set to, and what has happened. */
export function mountAdminServer(app: Hono<AppEnv>, { edge, figures, verifyAudit }: AdminParts): void {
  const { ports } = edge;

  mount(app, edge, 'adminStats', async ({ query: { range } }) => {
    const { lengthMs, stepMs } = RANGES[range];
    const nowMs = ports.clock.nowMs();
    const between = (fromMs: number, toMs: number) => ports.store.figures(fromMs, toMs, stepMs);
    const before = range === '7d' ? [] : await between(nowMs - lengthMs - DAY_MS, nowMs - DAY_MS);
    const points = await between(nowMs - lengthMs, nowMs);
    return {
      status: 200,
      body: {
        now: figuresToWire(await figures()),
        points: points.map(figuresToWire),
        before: before.map(figuresToWire),
      },
    };
  });

  mount(app, edge, 'adminSettings', async () => ({
    status: 200,
    body: { settings: ports.rules.settings(), shipped: ports.rules.shipped() },
  }));

  mount(app, edge, 'adminUpdateSettings', async ({ operator, body }) => ({
    status: 200,
    body: { settings: await changeSettings(ports, operator, body), shipped: ports.rules.shipped() },
  }));

  mount(app, edge, 'adminAudit', async ({ query }) => {
    const { items, next_cursor } = await listAudit(ports, query);
    return {
      status: 200,
      body: { entries: items.map(({ entry, previous }) => auditEntryToWire(entry, previous)), next_cursor },
    };
  });

  mount(app, edge, 'adminAuditExport', async ({ operator, query }) => {
    const pages = exportAudit(ports, operator, query);
    const encoder = new TextEncoder();
    const lines = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pages.next();
        if (done) return controller.close();
        const text = value.map(({ entry, previous }) => `${JSON.stringify(auditEntryToWire(entry, previous))}\n`);
        controller.enqueue(encoder.encode(text.join('')));
      },
    });
    return {
      status: 200,
      body: lines,
      headers: [
        ['Content-Type', 'application/x-ndjson'],
        ['Content-Disposition', 'attachment; filename="bauta-audit.jsonl"'],
      ],
    };
  });

  mount(app, edge, 'adminAuditVerify', async ({ operator }) => {
    const check = await verifyAudit();
    await ports.audit.note({ event: 'audit_verified', actor: actorOf(operator), details: { ok: check.ok } });
    return { status: 200, body: { check } };
  });
}
