/**
 * One room as this browser lives it: the socket, what it said, what waits to be sent, and the questions to the history.
 * Without React and without the DOM, so that it can be put on a hostile network and watched.
 */
import type { ServerFrame } from '../../protocol/frames.ts';
import { TYPING_INTERVAL_MS } from '../../protocol/limits.ts';
import type { Member, Message, Room } from '../../protocol/objects.ts';
import type { Clock } from './clock.ts';
import { type Connection, type ConnectionOptions, createConnection, type Status } from './connection.ts';
import { nextTickMs } from './expiry.ts';
import { createOutbox, type Drawer, type Unsent } from './outbox.ts';
import {
  type Action,
  EMPTY_STATE,
  nextQuestion,
  olderQuestion,
  type Question,
  type RoomState,
  reduce,
} from './state.ts';

export interface RoomView {
  state: RoomState;
  unsent: readonly Unsent[];
  status: Status;
}

export interface RoomClientOptions extends Pick<ConnectionOptions, 'url' | 'openSocket' | 'probe' | 'random'> {
  clock: Clock;
  drawer: Drawer;
  newId(): string;
  listMessages(page: {
    limit: number;
    before?: number;
    after?: number;
  }): Promise<{ messages: Message[]; has_more: boolean }>;
  /** A refusal that is not about a message that waits: of an edit, a reaction, a deletion. */
  onRefusal(detail: string): void;
}

export interface RoomClient {
  view(): RoomView;
  /** Calls back after every change; the answer ends that. */
  subscribe(changed: () => void): () => void;
  send(content: string, replyTo: string | null): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** These three need a connection; false without one. */
  edit(id: string, content: string): boolean;
  remove(id: string): boolean;
  react(id: string, emoji: string, on: boolean): boolean;
  typing(): void;
  /** A page of older messages, if there are any. */
  loadOlder(): void;
  takeRoom(room: Room): void;
  takeMembers(members: Member[]): void;
  tryNow(): void;
  setOnline(online: boolean): void;
  close(): void;
}

/** A question that got no answer is asked again after this long. */
const ASK_AGAIN_MS = 3_000;
/** Bursts of frames are shown together. */
const SHOW_EVERY_MS = 16;

export function createRoomClient(options: RoomClientOptions): RoomClient {
  const { clock } = options;
  const listeners = new Set<() => void>();
  let state = EMPTY_STATE;
  let view: RoomView | null = null;
  let connection: Connection | null = null;
  /** Answers to questions of an earlier connection are not listened to: what they say is asked again. */
  let era = 0;
  let isAsking = false;
  let lastTypingMs = 0;
  let cancelTick = () => {};
  let cancelShow: (() => void) | null = null;
  let cancelAsk = () => {};
  let isClosed = false;

  const outbox = createOutbox({
    drawer: options.drawer,
    clock,
    newId: options.newId,
    send: (frame) => connection?.send(frame) ?? false,
    onChange: show,
  });

  function show(): void {
    view = null;
    cancelShow ??= clock.after(SHOW_EVERY_MS, () => {
      cancelShow = null;
      for (const changed of listeners) changed();
    });
  }

  function dispatch(action: Action): void {
    const next = reduce(state, action);
    if (next === state) return;
    state = next;
    show();
    planTick();
    ask();
  }

  function planTick(): void {
    cancelTick();
    const due = nextTickMs(state);
    if (due !== null)
      cancelTick = clock.after(Math.max(0, due - clock.now()), () => dispatch({ type: 'tick', now_ms: clock.now() }));
  }

  function ask(question: Question | null = nextQuestion(state)): void {
    if (question === null || isAsking || connection?.status().name !== 'open') return;
    isAsking = true;
    const mine = era;
    dispatch({ type: 'asked' });
    const { limit } = question;
    const page = question.of === 'after' ? { limit, after: question.after } : { limit, before: question.before };
    options.listMessages(page).then(
      ({ messages, has_more }) => {
        if (mine !== era || isClosed) return;
        isAsking = false;
        gotMessages(messages);
        dispatch({ type: 'answered', question, messages, has_more });
      },
      () => {
        if (mine !== era || isClosed) return;
        state = reduce(state, { type: 'unanswered' });
        cancelAsk = clock.after(ASK_AGAIN_MS, () => {
          isAsking = false;
          ask();
        });
      },
    );
  }

  function gotMessages(messages: readonly Message[]): void {
    if (state.me !== null) outbox.arrived(messages, state.me.id);
  }

  function hear(frame: ServerFrame): void {
    if (frame.type === 'error' && !outbox.refused(frame)) options.onRefusal(frame.detail);
    if (frame.type === 'welcome') {
      era++;
      cancelAsk();
      isAsking = false;
    }
    dispatch({ type: 'frame', frame, now_ms: clock.now() });
    if (frame.type === 'chat_message') gotMessages([frame]);
    if (frame.type === 'history') {
      gotMessages(frame.messages);
      // With more to come, a receipt may be in a later page; sending twice is harmless either way.
      outbox.connected();
    }
  }

  connection = createConnection({
    url: options.url,
    openSocket: options.openSocket,
    probe: options.probe,
    random: options.random,
    clock,
    heldTo: () => (state.ready ? state.log.coveredTo : null),
    onFrame: hear,
    onStatus(status) {
      if (status.name !== 'open') outbox.disconnected();
      show();
    },
  });

  return {
    view() {
      view ??= { state, unsent: outbox.list(), status: connection.status() };
      return view;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    send: outbox.add,
    retry: outbox.retry,
    discard: outbox.discard,
    edit: (id, content) => connection.send({ type: 'edit_message', id, content }),
    remove: (id) => connection.send({ type: 'delete_message', id }),
    react: (id, emoji, on) => connection.send({ type: 'react', id, emoji, on }),
    typing() {
      if (clock.now() - lastTypingMs < TYPING_INTERVAL_MS) return;
      if (connection.send({ type: 'typing' })) lastTypingMs = clock.now();
    },
    loadOlder: () => ask(olderQuestion(state)),
    takeRoom: (room) => dispatch({ type: 'room', room, now_ms: clock.now() }),
    takeMembers: (members) => dispatch({ type: 'members', members }),
    tryNow: connection.tryNow,
    setOnline: connection.setOnline,
    close() {
      isClosed = true;
      cancelTick();
      cancelAsk();
      cancelShow?.();
      outbox.close();
      connection.close();
    },
  };
}
