/**
 * What one browser knows of a room: a pure function from what is known and what arrives to what is known then. Frames
 * that repeat change nothing; what was missed shows as a question (`nextQuestion`) for the history to answer.
 */
import type { ServerFrame, ServerFrameOf } from '../../protocol/frames.ts';
import { MESSAGES_PER_PAGE, TYPING_SHOWN_MS } from '../../protocol/limits.ts';
import type { Member, Message, Room } from '../../protocol/objects.ts';
import { tick } from './expiry.ts';
import { applyPresence, byId, type Members, withMember } from './members.ts';
import { append, change, cover, EMPTY_LOG, edit, expire, type MessageLog } from './message-log.ts';
import { applyReaction } from './reactions.ts';
import { type Happening, note, roleChange, roomChanges, type SystemLine } from './system-lines.ts';

export interface RoomState {
  /** Null until the first welcome. */
  room: Room | null;
  me: Member | null;
  members: Members;
  log: MessageLog;
  lines: readonly SystemLine[];
  /** Report id → what was last heard of it. Only owner and moderators are told. */
  reports: ReadonlyMap<string, 'open' | 'resolved'>;
  /** Member id → until when "is typing" is shown. */
  typing: ReadonlyMap<string, number>;
  /** The first history has arrived. */
  ready: boolean;
  /** The histories of this connection: the next one begins at `from` (null: the newest ones), up to `last_seq` at least. */
  greeting: { from: number | null; last_seq: number } | null;
  /** Held since before this connection, so edits, reactions and deletions of these may have been missed. */
  staleTo: number;
  /** Questions under way, and what arrived while they are: their answers may be older than that. */
  asking: number;
  replay: readonly ServerFrame[];
}

export const EMPTY_STATE: RoomState = {
  room: null,
  me: null,
  members: new Map(),
  log: EMPTY_LOG,
  lines: [],
  reports: new Map(),
  typing: new Map(),
  ready: false,
  greeting: null,
  staleTo: 0,
  asking: 0,
  replay: [],
};

/** Something to ask the history for. `after`: what was missed; `refresh`: what may have changed; `older`: what somebody scrolls to. */
export type Question =
  | { of: 'after'; after: number; limit: number; known_to: number }
  | { of: 'refresh' | 'older'; before: number; limit: number };

export type Action =
  | { type: 'frame'; frame: ServerFrame; now_ms: number }
  | { type: 'asked' }
  | { type: 'answered'; question: Question; messages: Message[]; has_more: boolean }
  | { type: 'unanswered' }
  | { type: 'members'; members: Member[] }
  | { type: 'room'; room: Room; now_ms: number }
  | { type: 'tick'; now_ms: number };

/** What is to be asked now, the missing before the stale; null where nothing is. */
export function nextQuestion({ log, ready, staleTo }: RoomState): Question | null {
  if (!ready) return null;
  const limit = MESSAGES_PER_PAGE.max;
  if (log.knownTo > log.coveredTo) return { of: 'after', after: log.coveredTo, limit, known_to: log.knownTo };
  if (staleTo < log.coveredFrom) return null;
  return { of: 'refresh', before: staleTo + 1, limit };
}

export function olderQuestion({ log, ready }: RoomState): Question | null {
  return ready && log.hasOlder ? { of: 'older', before: log.coveredFrom, limit: MESSAGES_PER_PAGE.max / 2 } : null;
}

export function reduce(state: RoomState, action: Action): RoomState {
  switch (action.type) {
    case 'frame':
      return takeFrame(state, action.frame, action.now_ms);
    case 'asked':
      return { ...state, asking: state.asking + 1 };
    case 'answered':
      return answered(takeAnswer(state, action));
    case 'unanswered':
      return answered(state);
    case 'members':
      return { ...state, members: byId(action.members) };
    case 'room':
      return takeRoom(state, action.room, action.now_ms);
    case 'tick':
      return tick(state, action.now_ms);
    default:
      return action satisfies never;
  }
}

function takeFrame(state: RoomState, frame: ServerFrame, now_ms: number): RoomState {
  switch (frame.type) {
    case 'welcome':
      return welcome(state, frame, now_ms);
    case 'history':
      return history(state, frame);
    case 'chat_message':
      return chatMessage(state, frame);
    case 'message_edited':
    case 'message_deleted':
    case 'messages_expired':
    case 'reaction':
      return changed(state.asking > 0 ? { ...state, replay: [...state.replay, frame] } : state, frame);
    case 'presence': {
      const { members, happenings } = applyPresence(state.members, frame, state.me?.id ?? '');
      const lines = note(state.lines, happenings, now_ms, state.log.coveredTo);
      const { member_count, online_count } = frame;
      return { ...state, members, lines, room: state.room && { ...state.room, member_count, online_count } };
    }
    case 'typing':
      if (frame.member_id === state.me?.id) return state;
      return { ...state, typing: new Map(state.typing).set(frame.member_id, now_ms + TYPING_SHOWN_MS) };
    case 'room_updated':
      return takeRoom(state, frame.room, now_ms);
    case 'member_updated': {
      const isMe = frame.member.id === state.me?.id;
      const happenings = roleChange(state.members.get(frame.member.id), frame.member);
      return {
        ...state,
        me: isMe ? frame.member : state.me,
        members: withMember(state.members, frame.member),
        lines: note(state.lines, happenings, now_ms, state.log.coveredTo),
      };
    }
    case 'report_opened':
      // One that is known may have been resolved since.
      if (state.reports.has(frame.report_id)) return state;
      return { ...state, reports: new Map(state.reports).set(frame.report_id, 'open') };
    case 'report_resolved': {
      const reports = new Map(state.reports);
      for (const id of frame.report_ids) reports.set(id, 'resolved');
      return { ...state, reports };
    }
    case 'pong':
      return { ...state, log: { ...state.log, knownTo: Math.max(state.log.knownTo, frame.last_seq) } };
    case 'error':
      return state;
    default:
      return frame satisfies never;
  }
}

function welcome(state: RoomState, frame: ServerFrameOf<'welcome'>, now_ms: number): RoomState {
  return {
    ...state,
    // Below what was said meanwhile, which is still to come.
    lines: note(state.lines, changesWhileAway(state, frame), now_ms, frame.last_seq),
    room: frame.room,
    me: frame.member,
    members: withMember(byId(frame.members), frame.member),
    typing: new Map(),
    greeting: { from: frame.resumed_from === null ? null : frame.resumed_from + 1, last_seq: frame.last_seq },
    staleTo: Math.max(state.log.coveredTo, state.log.messages.at(-1)?.seq ?? 0),
    // The history that follows was read before this frame was sent; what is heard between belongs on top of it.
    asking: 1,
    replay: [],
    log: { ...state.log, knownTo: state.ready ? Math.max(state.log.knownTo, frame.last_seq) : state.log.knownTo },
  };
}

function changesWhileAway({ room, members }: RoomState, frame: ServerFrameOf<'welcome'>): Happening[] {
  if (room === null) return [];
  const roles = frame.members.flatMap((member) => roleChange(members.get(member.id), member));
  return [...roomChanges(room, frame.room), ...roles];
}

function history(state: RoomState, { messages, has_more }: ServerFrameOf<'history'>): RoomState {
  const { greeting } = state;
  if (greeting === null) return state;
  const first = messages[0]?.seq ?? 1;
  const last = messages.at(-1)?.seq;
  const isNewest = greeting.from === null;
  const from = greeting.from ?? (has_more ? first : 1);
  // Up to the last of them, and no further: one that was committed a moment later may be missing from the page.
  const to = last ?? from - 1;
  const log = cover(state.log, { from, to, messages });
  const isFirst = !state.ready;
  return answered({
    ...state,
    ready: true,
    greeting: { ...greeting, from: to + 1 },
    log: {
      ...log,
      hasOlder: isFirst && isNewest ? has_more : log.hasOlder,
      knownTo: Math.max(log.knownTo, greeting.last_seq),
    },
  });
}

function chatMessage(state: RoomState, { type: _, ...message }: ServerFrameOf<'chat_message'>): RoomState {
  const typing = new Map(state.typing);
  typing.delete(message.member_id);
  const log = append(state.log, message);
  return { ...state, log, typing };
}

type Change = ServerFrameOf<'message_edited' | 'message_deleted' | 'messages_expired' | 'reaction'>;

function changed(state: RoomState, frame: Change): RoomState {
  const { log } = state;
  switch (frame.type) {
    case 'message_edited': {
      const { type: _, ...message } = frame;
      return { ...state, log: edit(log, message) };
    }
    case 'message_deleted':
      return {
        ...state,
        log: change(log, frame.id, (before) => ({
          ...before,
          content: '',
          deleted: true,
          deleted_by: frame.deleted_by,
          reactions: [],
        })),
      };
    case 'messages_expired':
      return { ...state, log: expire(log, frame.up_to_seq) };
    case 'reaction':
      return { ...state, log: change(log, frame.id, (before) => applyReaction(before, frame)) };
    default:
      return frame satisfies never;
  }
}

function takeAnswer(
  state: RoomState,
  { question, messages, has_more }: Extract<Action, { type: 'answered' }>,
): RoomState {
  const { log } = state;
  const first = messages[0]?.seq;
  const last = messages.at(-1)?.seq ?? 0;
  if (question.of === 'after') {
    const to = has_more ? last : Math.max(last, question.known_to);
    return { ...state, log: cover(log, { from: question.after + 1, to, messages }) };
  }
  const to = question.before - 1;
  const from = has_more ? (first ?? 1) : 1;
  if (question.of === 'older') return { ...state, log: { ...cover(log, { from, to, messages }), hasOlder: has_more } };
  const inside = Math.max(from, log.coveredFrom);
  const held = messages.filter((message) => message.seq >= inside);
  return { ...state, staleTo: inside - 1, log: cover(log, { from: inside, to, messages: held }) };
}

/** What came in during the question is put on top of its answer once more. */
function answered(state: RoomState): RoomState {
  const asking = Math.max(0, state.asking - 1);
  const replayed = state.replay.reduce((before, frame) => changed(before, frame as Change), state);
  return { ...replayed, asking, replay: asking === 0 ? [] : state.replay };
}

function takeRoom(state: RoomState, room: Room, now_ms: number): RoomState {
  const before = state.room;
  const lines =
    before === null ? state.lines : note(state.lines, roomChanges(before, room), now_ms, state.log.coveredTo);
  return { ...state, room: { ...room, me: room.me ?? before?.me ?? null }, lines };
}
