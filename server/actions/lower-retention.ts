import { Refusal } from '../domain/refusal.ts';
import { nextTurn } from '../next-turn.ts';
import type { Ports } from '../ports.ts';
import { applyChanges } from './change-room.ts';

const ROOMS_AT_ONCE = 100;

/**
 * Rooms that keep messages for longer than they may now keep them as long as they may, and are told. Part of the sweep, so that a
 * break in the middle, or a room that was made beside the change, is made good within a minute.
 *
 * @param patienceMs leaves the rest to the next sweep after this long
 */
export async function lowerRetention(
  ports: Pick<Ports, 'store' | 'bus' | 'clock' | 'rules'>,
  patienceMs = Number.POSITIVE_INFINITY,
): Promise<void> {
  const startedMs = performance.now();
  for (;;) {
    const { retention_max_seconds: most } = ports.rules.settings();
    const rooms = await ports.store.roomsAbove(most, ROOMS_AT_ONCE);
    for (const room of rooms) {
      await applyChanges(ports, room, { retention_seconds: most }).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== 'room_gone') throw error;
      });
      await nextTurn();
    }
    if (rooms.length < ROOMS_AT_ONCE || performance.now() - startedMs > patienceMs) return;
  }
}
