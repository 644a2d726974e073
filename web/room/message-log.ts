/**
 * The messages that this browser holds, and what it knows of those it doesn't: an ordered list, the stretch of `seq` in
 * which nothing is missing, and how far the room goes. Retention leaves holes in `seq` that no question can fill, so what
 * counts is which stretch has been answered, not which numbers are there.
 */
import type { Message } from '../../protocol/objects.ts';

export interface MessageLog {
  /** Ascending `seq`. */
  readonly messages: readonly Message[];
  /** Everything from here … */
  readonly coveredFrom: number;
  /** … to here is held or gone. */
  readonly coveredTo: number;
  /** The newest `seq` that the server has spoken of. */
  readonly knownTo: number;
  /** Whether there may be older ones than `coveredFrom`. */
  readonly hasOlder: boolean;
  /** Retention has deleted everything up to here. */
  readonly goneTo: number;
}

export const EMPTY_LOG: MessageLog = {
  messages: [],
  coveredFrom: 1,
  coveredTo: 0,
  knownTo: 0,
  hasOlder: false,
  goneTo: 0,
};

/** A stretch of `seq` for which the server has said: these, and no others. */
export interface Answer {
  from: number;
  to: number;
  messages: readonly Message[];
}

/** Puts an answered stretch in the place of what was held of it. */
export function cover(log: MessageLog, answer: Answer): MessageLog {
  const answered = new Set(answer.messages.map((message) => message.seq));
  const held = new Map(log.messages.map((message) => [message.seq, message]));
  const merged = answer.messages
    .filter((message) => message.seq > log.goneTo)
    .map((message) => {
      const before = held.get(message.seq);
      return before === undefined ? message : { ...newer(before, message), reactions: message.reactions };
    });
  const outside = log.messages.filter(({ seq }) => !answered.has(seq) && (seq < answer.from || seq > answer.to));
  const messages = [...outside, ...merged].sort((a, b) => a.seq - b.seq);
  const isEmpty = log.coveredTo < log.coveredFrom;
  const touches = isEmpty || (answer.from <= log.coveredTo + 1 && answer.to >= log.coveredFrom - 1);
  const coveredFrom = isEmpty ? answer.from : touches ? Math.min(log.coveredFrom, answer.from) : log.coveredFrom;
  const coveredTo = isEmpty ? answer.to : touches ? Math.max(log.coveredTo, answer.to) : log.coveredTo;
  return stretch({
    ...log,
    messages,
    coveredFrom,
    coveredTo,
    knownTo: Math.max(log.knownTo, answer.to, messages.at(-1)?.seq ?? 0),
  });
}

/** A live message. One that is known already changes nothing. */
export function append(log: MessageLog, message: Message): MessageLog {
  const knownTo = Math.max(log.knownTo, message.seq);
  if (message.seq <= log.goneTo || message.seq < log.coveredFrom) return { ...log, knownTo };
  const at = placeOf(log.messages, message.seq);
  if (log.messages[at]?.seq === message.seq) return log.knownTo === knownTo ? log : { ...log, knownTo };
  return stretch({ ...log, knownTo, messages: log.messages.toSpliced(at, 0, message) });
}

/** An edited message as it is now; one that isn't held will be asked for as it is now anyway. */
export function edit(log: MessageLog, message: Message): MessageLog {
  return change(log, message.id, (before) => ({ ...newer(before, message), reactions: before.reactions }));
}

export function change(log: MessageLog, id: string, how: (message: Message) => Message): MessageLog {
  const at = log.messages.findLastIndex((message) => message.id === id);
  const before = log.messages[at];
  if (before === undefined) return log;
  const after = how(before);
  return after === before ? log : { ...log, messages: log.messages.with(at, after) };
}

/** Drops what retention has deleted. */
export function expire(log: MessageLog, upToSeq: number): MessageLog {
  if (upToSeq <= log.goneTo) return log;
  return {
    ...log,
    messages: log.messages.filter((message) => message.seq > upToSeq),
    goneTo: upToSeq,
    hasOlder: log.hasOlder && log.coveredFrom > upToSeq + 1,
  };
}

/** The newest version of one message: what is deleted stays so, and a later edit wins over an earlier. */
function newer(before: Message, after: Message): Message {
  if (before.deleted && !after.deleted) return before;
  if (after.deleted) return after;
  return (after.edited_at ?? '') >= (before.edited_at ?? '') ? after : before;
}

/** The stretch grows over live messages that follow it without a hole. */
function stretch(log: MessageLog): MessageLog {
  let coveredTo = log.coveredTo;
  for (let at = placeOf(log.messages, coveredTo + 1); log.messages[at]?.seq === coveredTo + 1; at++) coveredTo++;
  return coveredTo === log.coveredTo ? log : { ...log, coveredTo };
}

/** Where the message with that `seq` stands, or would stand. */
export function placeOf(messages: readonly Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
