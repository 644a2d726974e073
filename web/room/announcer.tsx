import { useCallback, useEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol/objects.ts';
import type { Clock } from './clock.ts';
import { plainLine } from './markdown.ts';
import { heardOf, type Muted } from './mute.ts';
import type { RoomState } from './state.ts';

const BURST_MS = 3_000;
const BURST_MAX = 5;

/**
 * Says what others write, as it comes: not one's own words, not history, and a burst only by its number. And to those who
 * moderate, that somebody reported something.
 */
export function Announcer({ state, muted, clock }: { state: RoomState; muted: Muted; clock: Clock }) {
  const [said, setSaid] = useState({ count: 0, words: '' });
  const heardTo = useRef<number | null>(null);
  const unsaid = useRef<Message[]>([]);
  const cancel = useRef<(() => void) | null>(null);
  const latestMuted = useRef(muted);
  latestMuted.current = muted;
  const { log, me, ready, reports } = state;
  const heardReports = useRef(reports);
  // A new paragraph each time: the same words twice are two messages.
  const say = useCallback((words: string) => setSaid(({ count }) => ({ count: count + 1, words })), []);

  useEffect(() => {
    if (!ready) return;
    const newest = log.messages.at(-1)?.seq ?? 0;
    const from = heardTo.current;
    heardTo.current = Math.max(from ?? log.knownTo, newest);
    if (from === null) return;
    const heard = heardOf(log.messages, latestMuted.current);
    const fresh = heard.filter(({ seq, member_id, deleted }) => seq > from && member_id !== me?.id && !deleted);
    if (fresh.length === 0) return;
    unsaid.current.push(...fresh);
    const sayAll = () => {
      const words = sentence(unsaid.current);
      unsaid.current = [];
      say(words);
    };
    // The first is said at once, what follows it within a moment together.
    if (cancel.current !== null) return;
    sayAll();
    cancel.current = clock.after(BURST_MS, () => {
      cancel.current = null;
      if (unsaid.current.length > 0) sayAll();
    });
  }, [log, me, ready, clock, say]);

  useEffect(() => {
    const isNew = [...reports].some(([id, status]) => status === 'open' && !heardReports.current.has(id));
    heardReports.current = reports;
    if (isNew) say('A message was reported');
  }, [reports, say]);

  useEffect(() => () => cancel.current?.(), []);

  return (
    <div aria-live="polite" className="sr-only">
      <p key={said.count}>{said.words}</p>
    </div>
  );
}

function sentence(messages: readonly Message[]): string {
  if (messages.length > BURST_MAX) return `${messages.length} new messages`;
  return messages.map((message) => `${message.nickname}: ${plainLine(message.content)}`).join('. ');
}
