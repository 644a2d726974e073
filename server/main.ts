import { join } from 'node:path';
import type { Logger } from 'pino';
import { CLOSE } from '../protocol/errors.ts';
import { createInProcessBus } from './bus/in-process.ts';
import type { Config } from './config.ts';
import { Refusal } from './domain/refusal.ts';
import { clientAddress, createNetworkNames } from './edge/network.ts';
import { problemResponse } from './edge/problem.ts';
import { secure } from './edge/security.ts';
import type { Edge } from './edge/visitor.ts';
import { createApp } from './http/app.ts';
import { retentionJob } from './jobs/retention.ts';
import { schedule } from './jobs/scheduler.ts';
import { createMemoryLimiter } from './limits/memory.ts';
import type { SocketData } from './live/connection.ts';
import { createHub } from './live/hub.ts';
import { createSockets } from './live/sockets.ts';
import { isUpgradePath, upgrade } from './live/upgrade.ts';
import { createMetrics } from './metrics/metrics.ts';
import { openStore } from './open-store.ts';
import type { Clock, Ports } from './ports.ts';

/** Bodies beyond this are cut off by the runtime itself; those beyond the contract's limit get its problem before. */
const REQUEST_BYTES_MAX = 16 * 1024 * 1024;
/** What is under way when the process is asked to stop has this long. */
const STOP_MS = 3_000;

export interface RunningServer {
  url: string;
  /** No new work; what is under way is committed and answered; sockets are closed with 1001. */
  stop(): Promise<void>;
}

/** Builds the parts and starts them: the only place that knows every adapter. */
export async function startServer(config: Config, log: Logger, version: string): Promise<RunningServer> {
  const clock: Clock = { nowMs: () => Date.now() };
  const metrics = await createMetrics(config.metricsToken !== null);
  const onError = (error: unknown) => {
    metrics.bug();
    log.error({ err: error }, 'internal error');
  };

  const { store } = await openStore(config, clock, {
    onCommit: metrics.commit,
    onAway: (error) => log.error({ err: error }, 'storage is away'),
  });
  const bus = createInProcessBus();
  const limiter = createMemoryLimiter(config.limits, metrics.refused);
  let server: Bun.Server<SocketData> | null = null;
  const hub = createHub(store, (topic, text) => server?.publish(topic, text), onError);
  bus.listen(hub);
  metrics.watch(hub.size);
  const ports: Ports = {
    store,
    bus,
    presence: hub,
    limiter,
    clock,
    rules: { session: config.session, maxMembersPerRoom: config.limits.membersPerRoom },
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  };

  let stopping = false;
  const edge: Edge = {
    ports,
    allowedHosts: config.allowedHosts,
    tls: config.tls !== null,
    socketsPerSession: config.limits.socketsPerSession,
    networkOf: networkNames(config, clock, log),
  };
  const app = createApp({
    edge,
    log,
    metrics,
    ports,
    metricsToken: config.metricsToken,
    stopping: () => stopping,
    siteFolder: join(import.meta.dir, '..', 'build', 'web'),
    version,
  });
  const sockets = createSockets({ ports, hub, onError });

  const refuse = (error: unknown): Response => {
    const requestId = crypto.randomUUID();
    return secure(problemResponse(error, requestId), { tls: edge.tls, requestId });
  };

  server = Bun.serve<SocketData>({
    hostname: config.host,
    port: config.port,
    idleTimeout: 30,
    maxRequestBodySize: REQUEST_BYTES_MAX,
    ...(config.tls === null ? {} : { tls: { cert: Bun.file(config.tls.certFile), key: Bun.file(config.tls.keyFile) } }),
    websocket: sockets.handler,
    // In place of the runtime's own page and print, which show the address that was asked for.
    error(error) {
      onError(error);
      return refuse(error);
    },
    async fetch(request, self) {
      // A `Host` that makes no address, or none at all (HTTP/1.0).
      if (!URL.canParse(request.url))
        return refuse(new Refusal('invalid_request', { detail: 'No valid Host.', errors: [] }));
      if (!isUpgradePath(new URL(request.url).pathname)) return app.fetch(request, { server: self });
      try {
        await upgrade(edge, hub, request, self);
        return undefined;
      } catch (error) {
        const response = refuse(error);
        if (response.status === 500) onError(error);
        const request_id = response.headers.get('X-Request-Id');
        log.info({ route: 'GET /ws/chat/{code}/', status: response.status, request_id }, 'request');
        return response;
      }
    },
  });

  const stopJobs = schedule(
    [
      retentionJob(ports, metrics.swept),
      { name: 'slow-readers', everyMs: 1_000, run: async () => sockets.closeSlowReaders() },
    ],
    clock,
    (job, error) => {
      metrics.bug();
      log.error({ err: error, job }, 'job failed');
    },
  );

  const running = server;
  const url = `${config.tls === null ? 'http' : 'https'}://${shownHost(config.host)}:${running.port}`;
  log.info({ url, version }, 'listening');

  return {
    url,
    async stop() {
      stopping = true;
      const drained = running.stop();
      hub.closeAll(CLOSE.going_away);
      await Promise.race([Promise.all([stopJobs(), drained]), Bun.sleep(STOP_MS)]);
      await running.stop(true);
      await store.close();
    },
  };
}

/** `0.0.0.0` is where it listens, not where anybody can go. */
const shownHost = (host: string): string =>
  ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;

function networkNames(config: Config, clock: Clock, log: Logger): Edge['networkOf'] {
  const nameOf = createNetworkNames(clock.nowMs);
  let warned = false;
  return (request, server) => {
    const forwarded = request.headers.get('x-forwarded-for');
    if (config.trustedProxies === 0 && !warned && (forwarded !== null || request.headers.has('forwarded'))) {
      warned = true;
      log.warn('A forwarding header arrives while TRUSTED_PROXIES is 0: all people behind that proxy share one limit');
    }
    const address = server.requestIP(request)?.address ?? '';
    return nameOf(clientAddress(address, forwarded, config.trustedProxies));
  };
}
