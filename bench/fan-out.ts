/** Deliveries a second into one room of 500, beside what Bun itself delivers of the same bytes in the same run. */
import { join } from 'node:path';
import { connect, newRoom, newSession, percentile } from './people.ts';
import { measuredServer } from './server.ts';

const MEMBERS = 500;
const MESSAGES = 400;
/** Messages on their way at once. */
const WINDOW = 8;

interface Result {
  deliveriesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const bare = await measure(await measuredServer(join(import.meta.dir, 'bare-fan-out.ts')), async (url, hear) => {
  const sockets = await Promise.all(Array.from({ length: MEMBERS }, () => connect(url, 'x', 'x', hear)));
  // As many bytes as a frame of ours has.
  const padding = 'x'.repeat(300);
  return (n) => sockets[0]?.send(`{"type":"chat_message","padding":"${padding}","client_id":"m${n}"}`);
});
const ours = await measure(await measuredServer(), async (url, hear) => {
  const owner = await newSession(url, 0);
  const code = await newRoom(url, owner);
  const first = await connect(url, code, owner, hear);
  for (let n = 1; n < MEMBERS; n++) await connect(url, code, await newSession(url, n), hear);
  return (n) =>
    first.send(JSON.stringify({ type: 'chat_message', content: 'How are you all today?', client_id: `m${n}` }));
});
report('bare Bun publish', bare);
report('Bauta, durable  ', ours);
process.stdout.write(`ratio: ${(ours.deliveriesPerSecond / bare.deliveriesPerSecond).toFixed(2)}\n`);
process.exit(0);

async function measure(
  server: Awaited<ReturnType<typeof measuredServer>>,
  prepare: (url: string, hear: (frame: string) => void) => Promise<(n: number) => void>,
): Promise<Result> {
  const sentMs: number[] = [];
  const delaysMs: number[] = [];
  const deliveries = new Map<number, number>();
  const all = Promise.withResolvers<void>();
  let next = 0;
  const send = await prepare(server.url, (frame) => {
    const n = Number(/"client_id":"m(\d+)"/.exec(frame)?.[1] ?? Number.NaN);
    if (Number.isNaN(n)) return;
    delaysMs.push(performance.now() - (sentMs[n] ?? 0));
    const count = (deliveries.get(n) ?? 0) + 1;
    deliveries.set(n, count);
    if (count === MEMBERS && next < MESSAGES) sendNext();
    if (delaysMs.length === MEMBERS * MESSAGES) all.resolve();
  });
  const sendNext = () => {
    sentMs[next] = performance.now();
    send(next++);
  };
  const startedMs = performance.now();
  for (let n = 0; n < WINDOW; n++) sendNext();
  await all.promise;
  const seconds = (performance.now() - startedMs) / 1000;
  await server.dispose();
  delaysMs.sort((a, b) => a - b);
  return {
    deliveriesPerSecond: (MEMBERS * MESSAGES) / seconds,
    p50Ms: percentile(delaysMs, 0.5),
    p99Ms: percentile(delaysMs, 0.99),
  };
}

function report(name: string, { deliveriesPerSecond, p50Ms, p99Ms }: Result): void {
  const rate = Math.round(deliveriesPerSecond).toLocaleString('en');
  process.stdout.write(`${name}: ${rate} deliveries/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms\n`);
}
