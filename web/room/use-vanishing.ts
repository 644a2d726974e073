import { useEffect, useMemo, useState } from 'react';
import type { Room } from '../../protocol/objects.ts';
import type { Clock } from './clock.ts';
import { expiresAtMs } from './expiry.ts';
import type { Row } from './rows.ts';

/** A message begins to fade this long before its time, so that it is gone at its time. */
const FADE_MS = 400;
const NONE: ReadonlySet<string> = new Set();

/** The rows that are fading now. */
export function useVanishing(rows: readonly Row[], room: Room, clock: Clock): ReadonlySet<string> {
  const [nowMs, setNowMs] = useState(() => clock.now());
  const firstMs = useMemo(() => {
    for (const row of rows) {
      if (row.kind !== 'message') continue;
      const expiryMs = expiresAtMs(row.message, room);
      if (expiryMs !== null && expiryMs - FADE_MS > nowMs) return expiryMs - FADE_MS;
    }
    return null;
  }, [rows, room, nowMs]);

  useEffect(() => {
    if (firstMs === null) return;
    return clock.after(Math.max(0, firstMs - clock.now()), () => setNowMs(clock.now()));
  }, [firstMs, clock]);

  return useMemo(() => {
    const fading = new Set<string>();
    for (const row of rows) {
      if (row.kind !== 'message') continue;
      const expiryMs = expiresAtMs(row.message, room);
      if (expiryMs === null || expiryMs - FADE_MS > nowMs) break;
      fading.add(row.key);
    }
    return fading.size === 0 ? NONE : fading;
  }, [rows, room, nowMs]);
}
