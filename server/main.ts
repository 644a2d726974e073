import { join } from 'node:path';
import type { Logger } from 'pino';
import { CLOSE } from '../protocol/errors.ts';
import { createAuditLog } from './audit/audit-log.ts';
import { headFile } from './audit/head-file.ts';
import { createInProcessBus } from './bus/in-process.ts';
import type { Config } from './config.ts';
import { createDevices } from './credentials/devices.ts';
import { createPasswords } from './credentials/passwords.ts';
import { createTotp } from './credentials/totp.ts';
import { Refusal } from './domain/refusal.ts';
import { clientAddress, createNetworkNames } from './edge/network.ts';
import { problemResponse } from './edge/problem.ts';
import { secure } from './edge/security.ts';
import type { Edge } from './edge/visitor.ts';
import { createApp } from './http/app.ts';
import { auditJob, limitsHit } from './jobs/audit.ts';
import { figuresJob } from './jobs/figures.ts';
import { retentionJob } from './jobs/retention.ts';
import { schedule } from './jobs/scheduler.ts';
import { ratesOf } from './limits/limits-setting.ts';
import { createMemoryLimiter } from './limits/memory.ts';
import type { SocketData } from './live/connection.ts';
import { createHub } from './live/hub.ts';
import { createSockets } from './live/sockets.ts';
import { isUpgradePath, upgrade } from './live/upgrade.ts';
import { createFigures, type FigureKeeper } from './metrics/figures.ts';
import { createMetrics } from './metrics/metrics.ts';
import { openStore } from './open-store.ts';
import type { Clock, Ports } from './ports.ts';
import { createSettings } from './settings.ts';

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
  let figures: FigureKeeper | null = null;
  const metrics = await createMetrics(config.metricsToken !== null);
  const onError = (error: unknown) => {
    metrics.bug();
    log.error({ err: error }, 'internal error');
  };

  const { store } = await openStore(config, clock, {
    onCommit(seconds, messages) {
      metrics.commit(seconds, messages);
      figures?.messages(messages);
    },
    onAway: (error) => log.error({ err: error }, 'storage is away'),
  });
  const bus = createInProcessBus();
  const settings = createSettings(config.limits, store.settingOverrides);
  await settings.read();
  const audit = createAuditLog(store, headFile(join(config.dataDir, 'audit.head')), clock, onError);
  // Before anybody can add to the log.
  await audit.started(version);
  const hits = limitsHit(audit);
  const limiter = createMemoryLimiter({ rates: ratesOf(settings.current().limits) }, (limit) => {
    metrics.refused(limit);
    hits.refused(limit);
    figures?.refused();
  });
  let server: Bun.Server<SocketData> | null = null;
  const hub = createHub(store, (topic, text) => server?.publish(topic, text), onError);
  bus.listen({
    deliver: hub.deliver,
    closeSession: hub.closeSession,
    async settingsChanged() {
      const { limits } = await settings.read();
      limiter.setRates(ratesOf(limits));
    },
  });
  metrics.watch(hub.size);
  const ports: Ports = {
    store,
    bus,
    presence: hub,
    limiter,
    clock,
    rules: { session: config.session, settings: settings.current, shipped: settings.shipped },
    audit,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  };

  const keeper = createFigures(store, hub, clock);
  figures = keeper;

  let stopping = false;
  const edge: Edge = {
    ports,
    allowedHosts: config.allowedHosts,
    tls: config.tls !== null,
    networkOf: networkNames(config, clock, log),
  };
  const app = createApp({
    edge,
    admin: {
      edge,
      passwords: createPasswords(),
      totp: createTotp(config.secretKey),
      devices: createDevices(config.secretKey),
      figures: keeper.now,
      verifyAudit: audit.verify,
      version,
      startedAt: clock.nowMs(),
    },
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
      figuresJob(store, keeper, clock),
      hits.job,
      auditJob(ports, audit, log),
      { name: 'slow-readers', everyMs: 1_000, run: async () => sockets.closeSlowReaders() },
    ],
    clock,
    (job, error) => {
      metrics.bug();
      log.error({ err: error, job }, 'job failed');
    },
  );

  const running = server;
  log.info(await audit.newest(), 'audit log');
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
      await hits.job.run();
      await audit.note({ event: 'server_stopped', actor: 'system' });
      log.info(await audit.newest(), 'audit log');
      await audit.idle();
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
