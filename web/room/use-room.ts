import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RoomCode } from '../../protocol/room-code.ts';
import { ApiError, getRoom, listMessages } from '../api.ts';
import { browserClock, type Clock } from './clock.ts';
import type { Probed, Socket, SocketEvents } from './connection.ts';
import { type DrawerName, drawer, moveDrawers } from './drawers.ts';
import { type Drawer, newClientId } from './outbox.ts';
import { createRoomClient, type RoomClient, type RoomView } from './room-client.ts';
import { measureSkewMs } from './server-clock.ts';

export interface LiveRoom {
  client: RoomClient;
  clock: Clock;
}

/** Opens a room for as long as the component lives. Null for the first moment. */
export function useLiveRoom(code: RoomCode, onRefusal: (detail: string) => void): LiveRoom | null {
  const [room, setRoom] = useState<LiveRoom | null>(null);
  const refusal = useRef(onRefusal);
  refusal.current = onRefusal;
  // The code of the moment of entering: a replaced code goes on for those who are inside.
  const codeAtStart = useRef(code);

  useEffect(() => {
    const entered = codeAtStart.current;
    let skewMs = 0;
    const clock = browserClock(() => skewMs);
    void measureSkewMs().then((measured) => {
      skewMs = measured;
    });
    const currentCode = () => client?.view().state.room?.code ?? entered;
    let client: RoomClient | null = null;
    client = createRoomClient({
      clock,
      random: Math.random,
      newId: newClientId,
      drawer: drawer('outbox', currentCode),
      url: (after) => `/ws/chat/${entered}/${after === null ? '' : `?after=${after}`}`,
      openSocket,
      probe: () => probe(entered),
      listMessages: (page) => listMessages(entered, page),
      onRefusal: (detail) => refusal.current(detail),
    });
    const stopListening = listenToNetwork(client);
    setRoom({ client, clock });
    return () => {
      stopListening();
      client?.close();
      setRoom(null);
    };
  }, []);
  return room;
}

export function useRoomView(client: RoomClient): RoomView {
  return useSyncExternalStore(client.subscribe, client.view);
}

/** Follows a code that somebody replaced: address bar and drawers go along, so that a reload finds the room. */
export function useCurrentCode(
  code: RoomCode,
  current: string | undefined,
  onReplaced: (code: RoomCode) => void,
): void {
  const known = useRef<string>(code);
  const replaced = useRef(onReplaced);
  replaced.current = onReplaced;
  useEffect(() => {
    if (current === undefined || current === known.current) return;
    moveDrawers(known.current, current);
    known.current = current;
    replaced.current(current as RoomCode);
  }, [current]);
}

function openSocket(url: string, events: SocketEvents): Socket {
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => events.message(data);
  socket.onclose = ({ code }) => events.closed(code);
  return socket;
}

function listenToNetwork(client: RoomClient): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener('online', () => client.setOnline(true), { signal });
  window.addEventListener('offline', () => client.setOnline(false), { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.tryNow(), {
    signal,
  });
  if (!navigator.onLine) client.setOnline(false);
  return () => stop.abort();
}

/** A refused upgrade looks like a dead network to a page; an ordinary call gets the reason. */
async function probe(code: RoomCode): Promise<Probed> {
  try {
    const room = await getRoom(code);
    if (room.me === null) return { ended: 'not_member' };
    return room.me.blocked ? { ended: 'blocked' } : 'try_again';
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    switch (error.code) {
      case 'unauthenticated':
        return { ended: 'session_ended' };
      case 'not_found':
      case 'room_gone':
        return { ended: 'room_gone' };
      case 'blocked':
      case 'banned':
        return { ended: 'blocked' };
      case 'rate_limited':
        return { wait_ms: (error.retryAfterSeconds ?? 10) * 1000 };
      default:
        return 'try_again';
    }
  }
}

/** Whether this tab is looked at: what arrives meanwhile is read. */
export function useVisible(): boolean {
  const subscribe = useMemo(
    () => (changed: () => void) => {
      document.addEventListener('visibilitychange', changed);
      return () => document.removeEventListener('visibilitychange', changed);
    },
    [],
  );
  return useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
}

/** A drawer of the room under the code that it has now. */
export function useRoomDrawer(name: DrawerName, code: string): Drawer {
  return useMemo(() => drawer(name, () => code), [name, code]);
}
