import type { Ports, Swept } from '../ports.ts';

/** Deletes what has expired, tells the rooms, and leaves nothing of it on the disk. */
export async function sweep(ports: Pick<Ports, 'store' | 'bus' | 'clock'>): Promise<Swept> {
  const swept = await ports.store.sweep(ports.clock.nowMs());
  for (const { room_id, up_to_seq } of swept.rooms) {
    await ports.bus.publish(room_id, { type: 'frame', frame: { type: 'messages_expired', up_to_seq } });
  }
  await ports.store.deleteEmptyRooms();
  await ports.store.eraseDeleted();
  return swept;
}
