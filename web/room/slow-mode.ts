import { useEffect, useState } from 'react';
import type { Member, Message, Room } from '../../protocol/objects.ts';
import type { Clock } from './clock.ts';
import { mayModerate } from './may.ts';
import { createdMs } from './time.ts';

/** When this person may send again, in ms; null while slow mode doesn't hold them. */
export function freeAtMs(room: Room, me: Member, messages: readonly Message[]): number | null {
  if (room.slow_mode_seconds === 0 || mayModerate(me)) return null;
  const last = messages.findLast((message) => message.member_id === me.id);
  return last === undefined ? null : createdMs(last) + room.slow_mode_seconds * 1000;
}

/** Whole seconds until then, counting down; 0 when it is over. */
export function useSecondsUntil(untilMs: number | null, clock: Clock): number {
  const [, setTick] = useState(0);
  const leftMs = untilMs === null ? 0 : Math.max(0, untilMs - clock.now());
  const seconds = Math.ceil(leftMs / 1000);
  useEffect(() => {
    if (leftMs === 0) return;
    return clock.after(leftMs % 1000 || 1000, () => setTick((count) => count + 1));
  });
  return seconds;
}
