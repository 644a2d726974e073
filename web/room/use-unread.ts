import { useEffect, useMemo, useState } from 'react';
import { heardOf, type Muted } from './mute.ts';
import type { Drawer } from './outbox.ts';
import { countUnread, type Unread } from './rows.ts';
import type { RoomState } from './state.ts';

interface Reading {
  /** Null until the first history, where nothing is new yet. */
  readTo: number | null;
  unread: Unread | null;
}

/**
 * What of the log was read: everything, while somebody looks at its end. The line "n new" is drawn where that stopped, and
 * stays until they send something.
 * @param attentive the tab is looked at, and its log is at the end
 */
export function useUnread(state: RoomState, attentive: boolean, drawer: Drawer, muted: Muted) {
  const [reading, setReading] = useState<Reading>({ readTo: null, unread: null });
  const { log, me, ready } = state;
  const { coveredTo } = log;
  const messages = useMemo(() => heardOf(log.messages, muted), [log.messages, muted]);
  const myId = me?.id;

  useEffect(() => {
    if (!ready) return;
    setReading((before) => {
      const readTo = before.readTo ?? readKept(drawer) ?? coveredTo;
      const count = countUnread(messages, readTo, myId);
      const isNewSpell = before.unread === null || before.unread.after < readTo;
      // A line that is looked at keeps its number; one that nobody has seen yet goes on counting.
      const isFirstLook = before.readTo === null;
      const unread =
        count > 0 && (!attentive || isFirstLook)
          ? { after: isNewSpell ? readTo : (before.unread?.after ?? readTo), count }
          : before.unread;
      return { readTo: attentive ? Math.max(readTo, coveredTo) : readTo, unread };
    });
  }, [ready, messages, coveredTo, myId, attentive, drawer]);

  useEffect(() => {
    if (reading.readTo !== null) drawer.write(String(reading.readTo));
  }, [reading.readTo, drawer]);

  return {
    unread: reading.unread,
    /** Messages of others that nobody has looked at yet. */
    missed: reading.readTo === null ? 0 : countUnread(messages, reading.readTo, myId),
    clear: () => setReading((before) => ({ ...before, unread: null })),
  };
}

function readKept(drawer: Drawer): number | null {
  const kept = Number.parseInt(drawer.read() ?? '', 10);
  return Number.isSafeInteger(kept) ? kept : null;
}

/** The title says how many, and nothing else: it stands in task bars and screen shares. */
export function useTitle(missed: number): void {
  useEffect(() => {
    document.title = missed === 0 ? 'Bauta' : `Bauta, ${missed} new`;
    return () => {
      document.title = 'Bauta';
    };
  }, [missed]);
}
