import { describe, expect, test } from 'bun:test';
import { CLOSE } from '../../protocol/errors.ts';
import { aMember, aRoom } from '../domain/samples.ts';
import type { RoomId, SessionId } from '../domain/types.ts';
import type { Bus, RoomEvent } from '../ports.ts';
import type { Listener } from './in-process.ts';

/** A bus for one test, with the nodes that hang on it. */
export interface OpenedBus {
  bus: Bus;
  /** Adds a node, which is told everything from now on. */
  listen(listener: Listener): Promise<void>;
  /** Resolves when what was published before has arrived everywhere. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const ONE = 'room-one' as RoomId;
const OTHER = 'room-other' as RoomId;
const pong = (last_seq: number): RoomEvent => ({ type: 'frame', frame: { type: 'pong', last_seq } });

/** What every bus must keep of the promises in `ports.ts`. */
export function busContract(name: string, open: () => Promise<OpenedBus>): void {
  const listening = async () => {
    const opened = await open();
    const heard: [RoomId, RoomEvent][] = [];
    const closed: [SessionId, number][] = [];
    const settings = { changes: 0 };
    await opened.listen({
      deliver: (roomId, event) => void heard.push([roomId, event]),
      closeSession: (sessionId, code) => void closed.push([sessionId, code]),
      settingsChanged: async () => void settings.changes++,
    });
    return { ...opened, heard, closed, settings };
  };

  describe(name, () => {
    test('what is published before anybody listens is lost, and hurts nobody', async () => {
      const { bus, settled, close } = await open();
      await bus.publish(ONE, pong(1));
      await bus.closeSession('s1' as SessionId, CLOSE.session_ended);
      await bus.settingsChanged();
      await settled();
      await close();
    });

    test('events of a room arrive in the order in which they were published, each once', async () => {
      const { bus, heard, settled, close } = await listening();
      // Not one after the other: whoever publishes doesn't wait for those before.
      await Promise.all(Array.from({ length: 300 }, (_, n) => bus.publish(n % 2 === 0 ? ONE : OTHER, pong(n))));
      await settled();
      const numbers = (room: RoomId) =>
        heard.flatMap(([id, event]) =>
          id === room && event.type === 'frame' && event.frame.type === 'pong' ? [event.frame.last_seq] : [],
        );
      expect(numbers(ONE)).toEqual(Array.from({ length: 150 }, (_, n) => n * 2));
      expect(numbers(OTHER)).toEqual(Array.from({ length: 150 }, (_, n) => n * 2 + 1));
      await close();
    });

    test('every kind of event arrives as it was published', async () => {
      const { bus, heard, settled, close } = await listening();
      const events: RoomEvent[] = [
        pong(7),
        { type: 'room_changed', room: aRoom({ locked: true, name: 'Tea “日本” 👍' }) },
        { type: 'member_joined', member: aMember() },
        { type: 'member_changed', member: aMember({ role: 'owner' }) },
        { type: 'member_left', member_id: aMember().id, close: CLOSE.left },
        { type: 'keepers_frame', frame: { type: 'report_opened', report_id: 'p1' } },
        { type: 'room_gone' },
      ];
      for (const event of events) await bus.publish(ONE, event);
      await settled();
      expect(heard).toEqual(events.map((event) => [ONE, event]));
      await close();
    });

    test('a session that ends is closed wherever it is, with its reason', async () => {
      const { bus, closed, settled, close } = await listening();
      await bus.closeSession('s1' as SessionId, CLOSE.session_ended);
      await settled();
      expect(closed).toEqual([['s1' as SessionId, 4401]]);
      await close();
    });

    test('whoever changes the settings can count on this node having read them', async () => {
      const { bus, settings, close } = await listening();
      await bus.settingsChanged();
      expect(settings.changes).toBe(1);
      await close();
    });
  });
}
