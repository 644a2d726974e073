/** From what is known of a room to the rows of its log: messages in groups, and the lines between them. */
import type { Message } from '../../protocol/objects.ts';
import { type Muted, NOBODY } from './mute.ts';
import type { Unsent } from './outbox.ts';
import type { RoomState } from './state.ts';
import type { SystemLine } from './system-lines.ts';
import { createdMs, startOfDay } from './time.ts';

/** What a message answers: that message, one that is not loaded yet or whose author is muted, or (null) none or one that has vanished. */
export type Quoted = Message | 'not_loaded' | 'muted' | null;

interface Place {
  /** The first and the last of a group: same author, at most five minutes apart, nothing between. */
  first: boolean;
  last: boolean;
}

export type Row =
  | { kind: 'start'; key: string; before_ms: number }
  | { kind: 'loading'; key: string }
  | { kind: 'day'; key: string; ms: number }
  | { kind: 'unread'; key: string; count: number }
  | { kind: 'system'; key: string; line: SystemLine }
  /** `folded`: from somebody who is muted, and not shown all the same. */
  | ({ kind: 'message'; key: string; message: Message; mine: boolean; folded: boolean; quoted: Quoted } & Place)
  | ({ kind: 'unsent'; key: string; unsent: Unsent; quoted: Quoted } & Place);

const GROUP_GAP_MS = 5 * 60_000;

/** Behind which message the new ones begin, and how many they were when somebody came back to them. */
export interface Unread {
  after: number;
  count: number;
}

/** Whose messages are folded, and which of them (by id) are not. */
export interface Folding {
  muted: Muted;
  shown: ReadonlySet<string>;
}

const NOTHING_FOLDED: Folding = { muted: NOBODY, shown: new Set() };

export function rowsOf(
  state: RoomState,
  unsent: readonly Unsent[],
  unread: Unread | null,
  { muted, shown }: Folding = NOTHING_FOLDED,
): Row[] {
  const { log, me, lines } = state;
  const rows: Row[] = [];
  const held = new Map(log.messages.map((message) => [message.id, message]));
  const isFolded = (message: Message) => muted.has(message.member_id) && !message.deleted && !shown.has(message.id);
  const quoted = (id: string | null): Quoted => {
    const message = id === null ? null : held.get(id);
    if (message == null) return id !== null && log.hasOlder ? 'not_loaded' : null;
    return isFolded(message) ? 'muted' : message;
  };
  let nextLine = 0;
  let day: number | null = null;
  let isUnreadShown = unread === null;
  /** The author and time of the row above, where the next message may join its group. */
  let group: { member_id: string | undefined; ms: number } | null = null;

  const startDay = (ms: number) => {
    const start = startOfDay(ms);
    if (day !== start) {
      rows.push({ kind: 'day', key: `d${start}`, ms });
      group = null;
    }
    day = start;
  };
  const tellUpTo = (seq: number) => {
    for (let line = lines[nextLine]; line !== undefined && line.after_seq < seq; line = lines[++nextLine]) {
      startDay(line.at_ms);
      rows.push({ kind: 'system', key: `s${line.id}`, line });
      group = null;
    }
  };
  const place = (member_id: string | undefined, ms: number): Place => {
    const joins = group !== null && group.member_id === member_id && ms - group.ms < GROUP_GAP_MS;
    const above = rows.at(-1);
    if (joins && (above?.kind === 'message' || above?.kind === 'unsent')) above.last = false;
    group = { member_id, ms };
    return { first: !joins, last: true };
  };

  if (log.hasOlder) rows.push({ kind: 'loading', key: 'older' });
  else if (log.messages[0] !== undefined && log.messages[0].seq > 1) {
    rows.push({ kind: 'start', key: 'start', before_ms: createdMs(log.messages[0]) });
  }
  for (const message of log.messages) {
    tellUpTo(message.seq);
    const ms = createdMs(message);
    startDay(ms);
    const mine = message.member_id === me?.id;
    const isNew = unread !== null && message.seq > unread.after && !mine && !muted.has(message.member_id);
    if (!isUnreadShown && isNew) {
      isUnreadShown = true;
      rows.push({ kind: 'unread', key: 'unread', count: unread.count });
      group = null;
    }
    const key = mine && message.client_id !== null ? `c${message.client_id}` : `m${message.seq}`;
    const folded = isFolded(message);
    const answers = quoted(message.reply_to);
    // Folded ones are a group of their own: what is shown again has its name above it.
    const author = folded ? undefined : message.member_id;
    rows.push({ kind: 'message', key, message, mine, folded, quoted: answers, ...place(author, ms) });
  }
  tellUpTo(Number.POSITIVE_INFINITY);
  for (const one of unsent) {
    startDay(one.written_ms);
    rows.push({
      kind: 'unsent',
      key: `c${one.client_id}`,
      unsent: one,
      quoted: quoted(one.reply_to),
      ...place(me?.id, one.written_ms),
    });
  }
  return rows;
}

/** How many messages of others came after that one. */
export function countUnread(messages: readonly Message[], afterSeq: number, myId: string | undefined): number {
  let count = 0;
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at];
    if (message === undefined || message.seq <= afterSeq) break;
    if (message.member_id !== myId) count++;
  }
  return count;
}
