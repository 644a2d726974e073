/**
 * Loaded into a server process before its own code (`bun --preload`): a `Date` that tests can move and hold, from outside.
 * The server knows nothing of it. Timers and `performance.now` stay real.
 */
interface ClockOrder {
  /** Milliseconds added to the real time; ignored while the clock is held. */
  offsetMs: number;
  /** Where the clock stands still, as Unix milliseconds; null lets it run. */
  heldAtMs: number | null;
  /** Sent back when the order is carried out. */
  order: number;
}

const RealDate = Date;
let state: Omit<ClockOrder, 'order'> = JSON.parse(process.env.TEST_CLOCK ?? '{"offsetMs":0,"heldAtMs":null}');
const now = () => state.heldAtMs ?? RealDate.now() + state.offsetMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});

process.on('message', (message: ClockOrder) => {
  state = { offsetMs: message.offsetMs, heldAtMs: message.heldAtMs };
  process.send?.({ order: message.order, nowMs: now() });
});
// A test run that was killed leaves no server behind.
process.on('disconnect', () => process.exit());
