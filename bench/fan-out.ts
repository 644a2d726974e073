/** Deliveries a second into one room of 500, beside what Bun itself delivers of the same bytes in the same run. */
import { join } from 'node:path';
import { newRoom, newSession, percentile } from './people.ts';
import { openRawSocket, type RawSocket } from './raw-socket.ts';
import { type MeasuredServer, measuredServer } from './server.ts';

const MEMBERS = 500;
const MESSAGES = 2_000;
/** Those before are for warming up. */
const MEASURED_FROM = 400;
/** Messages on their way at once. */
const WINDOW = 8;
/** Where the type begins in `{"type":"chat_message"`: no other frame's type begins with a c. */
const TYPE_AT = '{"type":"'.length;
const C = 'c'.charCodeAt(0);

interface Result {
  deliveriesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Share of one core that the server took. */
  busy: number;
  frameBytes: number;
}

type Listen = (member: number) => (payload: Buffer) => void;

const ours = await measure(await measuredServer(), async (url, listen) => {
  const owner = await newSession(url, 0);
  const code = await newRoom(url, owner);
  const path = (token: string) => `/ws/chat/${code}/?token=${token}`;
  const first = await openRawSocket(url, path(owner), { frame: listen(0) });
  for (let n = 1; n < MEMBERS; n++) await openRawSocket(url, path(await newSession(url, n)), { frame: listen(n) });
  return (n) =>
    first.send(JSON.stringify({ type: 'chat_message', content: 'How are you all today?', client_id: `m${n}` }));
});
const bare = await measure(await measuredServer(join(import.meta.dir, 'bare-fan-out.ts')), async (url, listen) => {
  const sockets: RawSocket[] = [];
  for (let n = 0; n < MEMBERS; n++) sockets.push(await openRawSocket(url, '/', { frame: listen(n) }));
  const text = '{"type":"chat_message"}'.padEnd(ours.frameBytes);
  return () => sockets[0]?.send(text);
});
report('Bauta, durable  ', ours);
report('bare Bun publish', bare);
process.stdout.write(`ratio: ${(ours.deliveriesPerSecond / bare.deliveriesPerSecond).toFixed(2)}\n`);
process.exit(0);

async function measure(
  server: MeasuredServer,
  prepare: (url: string, listen: Listen) => Promise<(n: number) => void>,
): Promise<Result> {
  const sentMs = new Float64Array(MESSAGES);
  const delaysMs = new Float64Array(MEMBERS * (MESSAGES - MEASURED_FROM));
  const heardBy = new Uint16Array(MESSAGES);
  const all = Promise.withResolvers<void>();
  const busy = { fromMs: 0, fromSeconds: 0 };
  let frameBytes = 0;
  let deliveries = 0;
  let next = 0;

  const send = await prepare(server.url, () => {
    // Frames of one socket come in order, so the n-th is message n.
    let n = 0;
    return (payload) => {
      if (payload[TYPE_AT] !== C) return;
      if (n >= MEASURED_FROM) delaysMs[deliveries++] = performance.now() - (sentMs[n] ?? 0);
      frameBytes = payload.length;
      const heard = (heardBy[n] ?? 0) + 1;
      heardBy[n++] = heard;
      if (heard === MEMBERS && next < MESSAGES) sendNext();
      if (deliveries === delaysMs.length) all.resolve();
    };
  });
  const sendNext = () => {
    if (next === MEASURED_FROM) {
      busy.fromMs = performance.now();
      busy.fromSeconds = server.cpuSeconds();
    }
    sentMs[next] = performance.now();
    send(next++);
  };
  // What joining has set off (presence) is over by then.
  await Bun.sleep(1_000);
  for (let n = 0; n < WINDOW; n++) sendNext();
  await all.promise;
  const seconds = (performance.now() - busy.fromMs) / 1000;
  const cpuSeconds = server.cpuSeconds() - busy.fromSeconds;
  await server.dispose();
  delaysMs.sort();
  return {
    deliveriesPerSecond: delaysMs.length / seconds,
    p50Ms: percentile(delaysMs, 0.5),
    p99Ms: percentile(delaysMs, 0.99),
    busy: cpuSeconds / seconds,
    frameBytes,
  };
}

function report(name: string, { deliveriesPerSecond, p50Ms, p99Ms, busy, frameBytes }: Result): void {
  const rate = Math.round(deliveriesPerSecond).toLocaleString('en');
  process.stdout.write(
    `${name}: ${rate} deliveries/s of ${frameBytes} bytes, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ` +
      `server's core ${Math.round(busy * 100)}% busy\n`,
  );
}
