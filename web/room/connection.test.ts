import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { backoffMs } from './backoff.ts';
import { createConnection, type Probed, type Socket, type SocketEvents, type Status } from './connection.ts';
import { fakeClock } from './fake-clock.ts';
import { aMember, aRoom } from './samples.ts';

class FakeSocket implements Socket {
  sent: string[] = [];
  closed = false;
  constructor(
    readonly url: string,
    readonly events: SocketEvents,
  ) {}
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.closed = true;
  }
  hear(frame: object) {
    this.events.message(JSON.stringify(frame));
  }
  welcome() {
    this.hear({
      type: 'welcome',
      protocol: 1,
      room: aRoom(),
      member: aMember(),
      members: [],
      last_seq: 0,
      resumed_from: null,
    });
  }
  break(code = 1006) {
    this.closed = true;
    this.events.closed(code);
  }
}

function setUp(probed: Probed = 'try_again') {
  const clock = fakeClock();
  const sockets: FakeSocket[] = [];
  const shown: Status[] = [];
  const probes: PromiseWithResolvers<Probed>[] = [];
  let held: number | null = null;
  const connection = createConnection({
    url: (after) => `/ws/chat/CODE/${after === null ? '' : `?after=${after}`}`,
    openSocket(url, events) {
      const socket = new FakeSocket(url, events);
      sockets.push(socket);
      return socket;
    },
    clock,
    random: () => 1,
    heldTo: () => held,
    probe() {
      const asked = Promise.withResolvers<Probed>();
      probes.push(asked);
      return asked.promise;
    },
    onFrame() {},
    onStatus: (status) => shown.push(status),
  });
  return {
    clock,
    sockets,
    shown,
    connection,
    hold: (seq: number) => {
      held = seq;
    },
    last: () => sockets.at(-1) as FakeSocket,
    async answerProbe(answer = probed) {
      probes.at(-1)?.resolve(answer);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

test('a lost connection comes back, and asks for what came after the last message', () => {
  const { last, hold, clock, connection, sockets } = setUp();
  last().welcome();
  expect(connection.status()).toEqual({ name: 'open' });
  hold(41);
  last().break();
  expect(connection.status()).toMatchObject({ name: 'reconnecting', attempt: 1, next_try_ms: clock.now() + 500 });
  clock.advance(500);
  expect(sockets).toHaveLength(2);
  expect(last().url).toBe('/ws/chat/CODE/?after=41');
  last().welcome();
  expect(connection.status()).toEqual({ name: 'open' });
});

test('a server that leaves, or finds us too slow, is asked again at once', () => {
  for (const code of [1001, 4408]) {
    const { last, clock, sockets } = setUp();
    last().welcome();
    last().break(code);
    clock.advance(0);
    expect(sockets).toHaveLength(2);
  }
});

test('too many frames: it waits before it comes back', () => {
  const { last, clock, sockets } = setUp();
  last().welcome();
  last().break(4429);
  clock.advance(5_000);
  expect(sockets).toHaveLength(1);
  clock.advance(500);
  expect(sockets).toHaveLength(2);
});

test('leaving, an ended session, a block and a burned room are told, and never tried again', () => {
  for (const [code, why] of [
    [1000, 'left'],
    [4401, 'session_ended'],
    [4403, 'blocked'],
    [4410, 'room_gone'],
  ] as const) {
    const { last, clock, sockets, connection } = setUp();
    last().welcome();
    last().break(code);
    expect(connection.status()).toEqual({ name: 'ended', why });
    connection.tryNow();
    clock.advance(120_000);
    expect(sockets).toHaveLength(1);
  }
});

test('a refused handshake finds out why', async () => {
  const { last, answerProbe, connection } = setUp();
  last().break();
  await answerProbe({ ended: 'not_member' });
  expect(connection.status()).toEqual({ name: 'ended', why: 'not_member' });
});

test('while the server is away the tries become rarer, up to one in 15 s', async () => {
  const { last, clock, answerProbe, connection } = setUp();
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    last().break();
    await answerProbe('try_again');
    const status = connection.status();
    if (status.name !== 'reconnecting' || status.next_try_ms === null) throw new Error('not reconnecting');
    waits.push(status.next_try_ms - clock.now());
    clock.advance(waits.at(-1) ?? 0);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
});

test('a network that comes back is used at once', () => {
  const { last, connection, sockets } = setUp();
  last().welcome();
  connection.setOnline(false);
  last().break();
  expect(connection.status()).toMatchObject({ name: 'offline' });
  connection.setOnline(true);
  expect(sockets).toHaveLength(2);
});

test('a silent socket is dropped after two heartbeats', () => {
  const { last, clock, sockets } = setUp();
  last().welcome();
  clock.advance(20_000);
  expect(last().sent).toEqual(['{"type":"ping"}']);
  clock.advance(20_000);
  expect(sockets[0]?.closed).toBe(true);
  expect(sockets).toHaveLength(2);
});

test('pongs keep a quiet socket alive', () => {
  const { last, clock, sockets } = setUp();
  last().welcome();
  for (let i = 0; i < 10; i++) {
    clock.advance(20_000);
    last().hear({ type: 'pong', last_seq: 0 });
  }
  expect(sockets).toHaveLength(1);
});

test('a tab that wakes up finds out within seconds that its socket is dead', () => {
  const { last, clock, sockets, connection } = setUp();
  last().welcome();
  connection.tryNow();
  clock.advance(4_000);
  expect(sockets).toHaveLength(2);
});

test('a handshake that hangs is given up', () => {
  const { clock, sockets } = setUp();
  clock.advance(10_500);
  expect(sockets[0]?.closed).toBe(true);
  expect(sockets).toHaveLength(2);
});

test('nothing is sent before the welcome or after the end', () => {
  const { last, connection } = setUp();
  expect(connection.send({ type: 'ping' })).toBe(false);
  last().welcome();
  expect(connection.send({ type: 'ping' })).toBe(true);
  connection.close();
  expect(connection.send({ type: 'ping' })).toBe(false);
});

test('a frame of a dropped socket is not heard', () => {
  const { sockets, last, connection, clock } = setUp();
  last().welcome();
  const old = sockets[0] as FakeSocket;
  old.break();
  clock.advance(500);
  old.welcome();
  expect(connection.status()).toMatchObject({ name: 'reconnecting' });
});

test('whatever happens to it, it holds at most one socket, and one that is welcomed in the end is open', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`connection seed ${seed}`);
  const step = fc.oneof(
    fc.constantFrom('welcome', 'break', 'leave', 'try', 'off', 'on', 'rubbish'),
    fc.integer({ min: 1, max: 30_000 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { sockets, last, clock, connection } = setUp();
      for (const one of steps) {
        if (typeof one === 'number') clock.advance(one);
        if (one === 'welcome') last().welcome();
        if (one === 'break') last().break();
        if (one === 'leave') last().break(1001);
        if (one === 'try') connection.tryNow();
        if (one === 'off') connection.setOnline(false);
        if (one === 'on') connection.setOnline(true);
        if (one === 'rubbish') last().events.message('{"type":"what","x":');
        expect(sockets.filter((socket) => !socket.closed).length).toBeLessThanOrEqual(1);
      }
      connection.setOnline(true);
      connection.tryNow();
      last().welcome();
      expect(connection.status()).toEqual({ name: 'open' });
    }),
    { seed },
  );
});

test('the back-off is spread over the whole time, so that a crowd does not come back in step', () => {
  const waits = Array.from({ length: 100 }, (_, i) => backoffMs(5, () => i / 100));
  expect(Math.min(...waits)).toBe(0);
  expect(new Set(waits).size).toBe(100);
});
