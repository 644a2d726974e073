import { CLOSE } from '../../protocol/errors.ts';
import { REPORT_DAYS } from '../../protocol/limits.ts';
import type { Ports, Swept } from '../ports.ts';
import { endSession } from './end-session.ts';
import { leaveAs } from './leave-room.ts';
import { lowerRetention } from './lower-retention.ts';

const REPORT_MS = REPORT_DAYS * 86_400_000;
/** Sessions that are ended between two looks at the list. */
const BATCH = 200;

/**
 * Deletes what has expired and leaves nothing of it on the disk: ended sessions (which hand over what they owned), messages
 * (their rooms are told), reports and blocks whose time is over, rooms that are empty. Finishes what a break left undone: bans,
 * and a longest retention that was lowered.
 */
export async function sweep(ports: Pick<Ports, 'store' | 'bus' | 'clock' | 'rules' | 'audit'>): Promise<Swept> {
  const { store, bus, clock, rules } = ports;
  for (;;) {
    const ended = await store.endedSessions(rules.session, clock.nowMs(), BATCH);
    for (const id of ended) await endSession(ports, id);
    if (ended.length < BATCH) break;
  }
  for (;;) {
    const banned = await store.membersBanned(clock.nowMs(), BATCH);
    for (const id of banned) await leaveAs(ports, id, CLOSE.blocked);
    if (banned.length < BATCH) break;
  }
  await lowerRetention(ports);
  const swept = await store.sweep(clock.nowMs());
  for (const { room_id, up_to_seq } of swept.rooms) {
    await bus.publish(room_id, { type: 'frame', frame: { type: 'messages_expired', up_to_seq } });
  }
  await store.sweepModeration(clock.nowMs() - REPORT_MS, clock.nowMs());
  await store.deleteEmptyRooms();
  await store.eraseDeleted();
  return swept;
}
