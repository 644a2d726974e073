import type { Ports, Swept } from '../ports.ts';
import { endSession } from './end-session.ts';

/** Sessions that are ended between two looks at the list. */
const BATCH = 200;

/**
 * Deletes what has expired and leaves nothing of it on the disk: ended sessions (which hand over what they owned), messages
 * (their rooms are told), rooms that are empty.
 */
export async function sweep(ports: Pick<Ports, 'store' | 'bus' | 'clock' | 'rules'>): Promise<Swept> {
  const { store, bus, clock, rules } = ports;
  for (;;) {
    const ended = await store.endedSessions(rules.session, clock.nowMs(), BATCH);
    for (const id of ended) await endSession(ports, id);
    if (ended.length < BATCH) break;
  }
  const swept = await store.sweep(clock.nowMs());
  for (const { room_id, up_to_seq } of swept.rooms) {
    await bus.publish(room_id, { type: 'frame', frame: { type: 'messages_expired', up_to_seq } });
  }
  await store.deleteEmptyRooms();
  await store.eraseDeleted();
  return swept;
}
