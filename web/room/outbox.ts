/**
 * What a person has sent and the server has not yet acknowledged. Each message keeps its `client_id` for life, so that it
 * may be sent as often as it takes and still arrives once. One is on its way at a time: a refused one can't be overtaken.
 */
import type { ClientFrame, ServerFrameOf } from '../../protocol/frames.ts';
import type { Message } from '../../protocol/objects.ts';
import type { Clock } from './clock.ts';

export interface Unsent {
  client_id: string;
  content: string;
  reply_to: string | null;
  written_ms: number;
  state: 'sending' | 'waiting' | 'failed';
  /** A sentence for a person; with `failed`. */
  reason?: string;
  /** The server said not before; with `waiting`. */
  not_before_ms?: number;
}

/** Where it is kept, so that a reload loses nothing. */
export interface Drawer {
  read(): string | null;
  write(text: string | null): void;
}

export interface OutboxOptions {
  drawer: Drawer;
  clock: Clock;
  newId(): string;
  /** False where there is no connection. */
  send(frame: ClientFrame): boolean;
  onChange(unsent: readonly Unsent[]): void;
}

export interface Outbox {
  list(): readonly Unsent[];
  add(content: string, replyTo: string | null): void;
  /** Another try for a failed one, with the same `client_id`. */
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** After the history of a (re)connection, which may hold receipts. */
  connected(): void;
  disconnected(): void;
  /** Every message that arrives, live or in a history. */
  arrived(messages: readonly Message[], myMemberId: string): void;
  /** An `error` frame; true where it was about something in here. */
  refused(error: ServerFrameOf<'error'>): boolean;
  close(): void;
}

/** No receipt for this long on an open socket: sent again, which the `client_id` makes harmless. */
const RECEIPT_MS = 10_000;
/** Where the server says "later" without a time. */
const LATER_MS = 5_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { clock } = options;
  let unsent: Unsent[] = restore(options.drawer.read());
  let open = false;
  let cancelTimer = () => {};

  function change(next: Unsent[]): void {
    unsent = next;
    options.drawer.write(next.length === 0 ? null : JSON.stringify(next));
    options.onChange(next);
  }

  function update(clientId: string, fields: Partial<Unsent>): void {
    change(unsent.map((one) => (one.client_id === clientId ? { ...without(one), ...fields } : one)));
  }

  function later(ms: number): void {
    cancelTimer();
    cancelTimer = clock.after(ms, resend);
  }

  /** What was on its way goes again: its receipt is overdue, or the time to wait is over. */
  function resend(): void {
    const onTheWay = unsent.find((one) => one.state === 'sending');
    if (onTheWay !== undefined) update(onTheWay.client_id, { state: 'waiting' });
    next();
  }

  function next(): void {
    if (!open || unsent.some((one) => one.state === 'sending')) return;
    const first = unsent.find((one) => one.state === 'waiting');
    if (first === undefined) return;
    const waitMs = (first.not_before_ms ?? 0) - clock.now();
    if (waitMs > 0) {
      later(waitMs);
      return;
    }
    const { client_id, content, reply_to } = first;
    if (!options.send({ type: 'chat_message', client_id, content, reply_to })) return;
    update(client_id, { state: 'sending' });
    later(RECEIPT_MS);
  }

  return {
    list: () => unsent,
    add(content, replyTo) {
      const message = {
        client_id: options.newId(),
        content,
        reply_to: replyTo,
        written_ms: clock.now(),
        state: 'waiting',
      } as const;
      change([...unsent, message]);
      next();
    },
    retry(clientId) {
      update(clientId, { state: 'waiting' });
      next();
    },
    discard(clientId) {
      change(unsent.filter((one) => one.client_id !== clientId));
      next();
    },
    connected() {
      open = true;
      resend();
    },
    disconnected() {
      open = false;
      cancelTimer();
      if (unsent.some((one) => one.state === 'sending')) {
        change(unsent.map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one)));
      }
    },
    arrived(messages, myMemberId) {
      const receipts = new Set(messages.filter((one) => one.member_id === myMemberId).map((one) => one.client_id));
      const left = unsent.filter((one) => !receipts.has(one.client_id));
      if (left.length === unsent.length) return;
      change(left);
      next();
    },
    refused(error) {
      const refused = unsent.find((one) => one.client_id === error.client_id);
      if (refused === undefined) return false;
      if (error.code === 'rate_limited' || error.code === 'unavailable') {
        const waitMs = error.retry_after_seconds === undefined ? LATER_MS : error.retry_after_seconds * 1000;
        update(refused.client_id, { state: 'waiting', not_before_ms: clock.now() + waitMs });
      } else {
        update(refused.client_id, { state: 'failed', reason: error.detail });
      }
      next();
      return true;
    },
    close() {
      open = false;
      cancelTimer();
    },
  };
}

function without({ reason: _, not_before_ms: __, ...bare }: Unsent): Unsent {
  return bare;
}

function restore(text: string | null): Unsent[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(parsed)) return [];
    return parsed.filter(isUnsent).map((one) => (one.state === 'failed' ? one : { ...one, state: 'waiting' }));
  } catch {
    // Somebody wrote into the drawer; nothing that we kept can be read from it.
    return [];
  }
}

function isUnsent(one: unknown): one is Unsent {
  if (typeof one !== 'object' || one === null) return false;
  return 'client_id' in one && typeof one.client_id === 'string' && 'content' in one && typeof one.content === 'string';
}

/** 128 random bits as base64url: no other message of this member will have it. */
export function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
