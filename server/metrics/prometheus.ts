import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** What an operator watches. No label ever holds a code, an id, a name or an address. */
export function createPrometheus(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let sizes = (): { rooms: number; sockets: number } => ({ rooms: 0, sockets: 0 });

  const requests = new Histogram({
    name: 'bauta_http_request_seconds',
    help: 'Calls by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2],
    registers,
  });
  const refusals = new Counter({
    name: 'bauta_refused_total',
    help: 'Refused by a limit',
    labelNames: ['limit'],
    registers,
  });
  const commits = new Histogram({
    name: 'bauta_commit_seconds',
    help: 'Commits of messages',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1],
    registers,
  });
  const messages = new Counter({ name: 'bauta_messages_total', help: 'Messages committed', registers });
  const expired = new Counter({ name: 'bauta_messages_swept_total', help: 'Messages deleted by retention', registers });
  const bugs = new Counter({ name: 'bauta_internal_errors_total', help: 'Errors that are bugs', registers });
  gauge('bauta_sockets', 'Open sockets', () => sizes().sockets);
  gauge('bauta_live_rooms', 'Rooms with an open socket', () => sizes().rooms);
  gauge('process_resident_memory_bytes', 'Memory', () => process.memoryUsage.rss());
  gauge('process_uptime_seconds', 'Since the start', () => process.uptime());
  gauge('bauta_event_loop_delay_p99_seconds', 'Since it was read last', () => {
    const seconds = delay.percentile(99) / 1e9;
    delay.reset();
    return seconds;
  });

  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (route, status, seconds) => requests.observe({ route, status }, seconds),
    refused: (limit) => refusals.inc({ limit }),
    commit(seconds, count) {
      commits.observe(seconds);
      messages.inc(count);
    },
    swept: (count) => expired.inc(count),
    bug: () => bugs.inc(),
    watch(read) {
      sizes = read;
    },
  };
}
