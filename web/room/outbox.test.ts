import { expect, test } from 'bun:test';
import fc from 'fast-check';
import type { ClientFrame } from '../../protocol/frames.ts';
import type { Message } from '../../protocol/objects.ts';
import { fakeClock } from './fake-clock.ts';
import { createOutbox, type Drawer, newClientId } from './outbox.ts';
import { aMessage, ME } from './samples.ts';

function drawer(): Drawer {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
  };
}

/** A server that keeps the promise of `client_id`: the same one again finds the first message. */
function server() {
  const committed: Message[] = [];
  return {
    committed,
    take(frame: ClientFrame): Message {
      if (frame.type !== 'chat_message') throw new Error(`unexpected ${frame.type}`);
      const first = committed.find((message) => message.client_id === frame.client_id);
      if (first !== undefined) return first;
      const seq = committed.length + 1;
      const message = aMessage({ seq, member_id: ME, content: frame.content, client_id: frame.client_id ?? null });
      committed.push(message);
      return message;
    },
  };
}

function setUp(options: { kept?: Drawer; onSend?: (frame: ClientFrame) => void } = {}) {
  const clock = fakeClock();
  const sent: ClientFrame[] = [];
  let next = 0;
  const outbox = createOutbox({
    drawer: options.kept ?? drawer(),
    clock,
    newId: () => `c${next++}`,
    send(frame) {
      sent.push(frame);
      options.onSend?.(frame);
      return true;
    },
    onChange() {},
  });
  return { clock, sent, outbox };
}

const refusal = (client_id: string, code: 'rate_limited' | 'forbidden', retry_after_seconds?: number) =>
  ({ type: 'error', code, detail: 'Because.', client_id, retry_after_seconds }) as const;

test('a message is kept until its receipt, and no longer', () => {
  const { outbox, sent } = setUp();
  outbox.connected();
  outbox.add('hello', null);
  expect(sent).toHaveLength(1);
  outbox.arrived([aMessage({ member_id: 'someone else', client_id: 'c0' })], ME);
  expect(outbox.list()).toHaveLength(1);
  outbox.arrived([aMessage({ member_id: ME, client_id: 'c0' })], ME);
  expect(outbox.list()).toHaveLength(0);
});

test('what was written without a connection goes out in order, one after the receipt of the other', () => {
  const { outbox, sent } = setUp();
  for (const text of ['one', 'two', 'three']) outbox.add(text, null);
  expect(sent).toHaveLength(0);
  outbox.connected();
  for (const client_id of ['c0', 'c1', 'c2']) {
    expect(sent.at(-1)).toMatchObject({ client_id });
    outbox.arrived([aMessage({ member_id: ME, client_id })], ME);
  }
  expect(sent).toHaveLength(3);
});

test('a message over the limit waits as long as the server says, then goes by itself, and none overtakes it', () => {
  const { outbox, sent, clock } = setUp();
  outbox.connected();
  outbox.add('too soon', null);
  outbox.add('after it', null);
  outbox.refused(refusal('c0', 'rate_limited', 12));
  expect(outbox.list()[0]).toMatchObject({ state: 'waiting', not_before_ms: clock.now() + 12_000 });
  clock.advance(11_999);
  expect(sent).toHaveLength(1);
  clock.advance(1);
  expect(sent.map((frame) => frame.type === 'chat_message' && frame.client_id)).toEqual(['c0', 'c0']);
});

test('a refused message says why, lets the next one through, and can be tried again under the same id', () => {
  const { outbox, sent } = setUp();
  outbox.connected();
  outbox.add('refused', null);
  outbox.add('fine', null);
  outbox.refused(refusal('c0', 'forbidden'));
  expect(outbox.list()[0]).toMatchObject({ state: 'failed', reason: 'Because.' });
  expect(sent.at(-1)).toMatchObject({ client_id: 'c1' });
  outbox.arrived([aMessage({ member_id: ME, client_id: 'c1' })], ME);
  outbox.retry('c0');
  expect(sent.at(-1)).toMatchObject({ client_id: 'c0', content: 'refused' });
});

test('a reload keeps what was not sent', () => {
  const kept = drawer();
  setUp({ kept }).outbox.add('before the reload', null);
  const after = setUp({ kept });
  after.outbox.connected();
  expect(after.sent).toEqual([{ type: 'chat_message', client_id: 'c0', content: 'before the reload', reply_to: null }]);
});

test('rubbish in the drawer is nothing, not an error', () => {
  for (const text of ['{', '3', '[null, 3, {"client_id": 5}]', '{"a":1}']) {
    expect(setUp({ kept: { read: () => text, write() {} } }).outbox.list()).toEqual([]);
  }
});

test('a receipt that never comes is asked for again under the same id', () => {
  const { outbox, sent, clock } = setUp();
  outbox.connected();
  outbox.add('hello', null);
  clock.advance(10_000);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0] as ClientFrame);
});

test('every message arrives exactly once and in order, wherever the socket breaks', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`outbox seed ${seed}`);
  const step = fc.constantFrom('write', 'lose before commit', 'lose after commit', 'deliver', 'reload');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const kept = drawer();
      const host = server();
      let wire: ClientFrame[] = [];
      let written = 0;
      const start = () =>
        createOutbox({
          drawer: kept,
          clock: fakeClock(),
          newId: newClientId,
          send: (frame) => wire.push(frame) > 0,
          onChange() {},
        });
      let outbox = start();
      const reconnect = () => {
        wire = [];
        outbox.disconnected();
        // The history of a reconnection holds what was committed without a receipt.
        outbox.arrived(host.committed, ME);
        outbox.connected();
      };
      const deliver = () => {
        const frame = wire.shift();
        if (frame !== undefined) outbox.arrived([host.take(frame)], ME);
      };
      outbox.connected();
      for (const one of steps) {
        if (one === 'write') outbox.add(`text ${written++}`, null);
        if (one === 'deliver') deliver();
        if (one === 'lose before commit') reconnect();
        if (one === 'lose after commit') {
          const frame = wire.shift();
          if (frame !== undefined) host.take(frame);
          reconnect();
        }
        if (one === 'reload') {
          outbox.close();
          outbox = start();
          reconnect();
        }
      }
      reconnect();
      while (wire.length > 0) deliver();
      expect(host.committed.map((message) => message.content)).toEqual(
        Array.from({ length: written }, (_, i) => `text ${i}`),
      );
      expect(outbox.list()).toEqual([]);
    }),
    { seed },
  );
});

test('the ids are what the wire allows, and never the same', () => {
  const ids = Array.from({ length: 1000 }, newClientId);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(new Set(ids).size).toBe(1000);
});
