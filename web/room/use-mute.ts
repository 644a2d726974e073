import { useCallback, useEffect, useMemo, useState } from 'react';
import { readMuted, withToggled, writeMuted } from './mute.ts';
import type { Drawer } from './outbox.ts';

export type Mute = ReturnType<typeof useMute>;

/** Whom this tab has muted in this room, and which of their messages were shown all the same. */
export function useMute(drawer: Drawer) {
  const [muted, setMuted] = useState(() => readMuted(drawer));
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => writeMuted(drawer, muted), [drawer, muted]);
  const toggle = useCallback((memberId: string) => setMuted((before) => withToggled(before, memberId)), []);
  /** Unfolds one message. */
  const show = useCallback((messageId: string) => setShown((before) => new Set(before).add(messageId)), []);
  return useMemo(() => ({ muted, shown, toggle, show }), [muted, shown, toggle, show]);
}
