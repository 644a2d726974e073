import { timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import { hashToken } from '../actions/token.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Ports } from '../ports.ts';
import type { AppEnv } from './mount.ts';

export interface Health {
  ports: Ports;
  metrics: Metrics;
  metricsToken: string | null;
  /** True from the moment the process was asked to stop. */
  stopping(): boolean;
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: for Prometheus, with its token. */
export function mountOperator(app: Hono<AppEnv>, health: Health): void {
  app.get('/healthz', (context) => {
    context.set('route', 'GET /healthz');
    return context.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' });
  });

  app.get('/readyz', async (context) => {
    context.set('route', 'GET /readyz');
    const storage = await health.ports.store.check().then(
      () => 'ok',
      () => 'away',
    );
    const ready = storage === 'ok' && !health.stopping();
    const body = { status: ready ? 'ok' : 'unavailable', storage, bus: 'ok' };
    return context.json(body, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });

  app.get('/metrics', async (context) => {
    context.set('route', 'GET /metrics');
    const token = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (health.metricsToken === null || token === undefined || !same(token, health.metricsToken)) {
      throw new Refusal('not_found');
    }
    return context.body(await health.metrics.text(), 200, {
      'Content-Type': health.metrics.contentType,
      'Cache-Control': 'no-store',
    });
  });
}

/** Takes the same time however much of it is right. */
const same = (one: string, other: string): boolean => timingSafeEqual(hashToken(one), hashToken(other));
