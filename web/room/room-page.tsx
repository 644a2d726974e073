import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type RoomCode, readRoomCode } from '../../protocol/room-code.ts';
import { ApiError, getRoom } from '../api.ts';
import { roomPath } from '../start/room-path.ts';
import { mayHaveSession } from '../start/session-hint.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import type { Ending } from './connection.ts';
import { emptyDrawers } from './drawers.ts';
import { Room } from './room.tsx';

// Most people who open a room are in it already: what stands at its door is fetched for the others.
const EnterRoom = lazyPart(
  () => import('../start/enter-room.tsx'),
  (module) => module.EnterRoom,
);
const RefusalPage = lazyPart(
  () => import('../states/refusal-page.tsx'),
  (module) => module.RefusalPage,
);

type Refused = Pick<ApiError, 'code' | 'detail' | 'retryAfterSeconds'>;
type Door =
  | { is: 'unknown' | 'outside' }
  | { is: 'refused'; error: Refused }
  /** The room's code may have been replaced since: the old one goes on for those inside. */
  | { is: 'inside'; enteredBy: RoomCode };

const ENDINGS = { session_ended: 'unauthenticated', room_gone: 'room_gone' } as const;

/** The room that the address bar names: its door for those who aren't in it, or why there is none. */
export function RoomPage() {
  const [, navigate] = useLocation();
  const code = useCodeInAddress();
  const [door, setDoor] = useState<Door>({ is: 'unknown' });
  const asked = useRef(0);

  const look = useCallback(async (wanted: RoomCode, judge = (found: Door) => found) => {
    const mine = ++asked.current;
    const found = judge(await lookAt(wanted));
    if (mine === asked.current) setDoor(found);
  }, []);
  /** The code that the door below belongs to: when a room's code is replaced, both change together. */
  const shown = useRef<RoomCode | null>(null);

  useEffect(() => {
    if (code === null || code === shown.current) return;
    shown.current = code;
    setDoor({ is: 'unknown' });
    void look(code);
  }, [code, look]);

  const ended = (why: Ending) => {
    if (code === null) return;
    if (why === 'room_gone') emptyDrawers(code);
    if (why === 'left' || why === 'not_member') setDoor({ is: 'outside' });
    else if (why === 'blocked') {
      // What is left of the room isn't theirs to look at while the server is asked for the reason.
      setDoor({ is: 'unknown' });
      void look(code, whoKeepsOut);
    } else setDoor(refused(ENDINGS[why]));
  };
  const goTo = (other: RoomCode) => (other === code ? void look(other) : navigate(roomPath(other)));

  if (code === null) {
    return <RefusalPage error={{ code: 'not_found', detail: '', retryAfterSeconds: null }} onTry={goTo} />;
  }
  switch (door.is) {
    case 'unknown':
      return <main className="min-h-dvh bg-surface" aria-busy="true" />;
    case 'outside':
      return (
        <EnterRoom
          key={code}
          code={code}
          onEntered={() => setDoor({ is: 'inside', enteredBy: code })}
          onOtherCode={goTo}
        />
      );
    case 'refused': {
      const isOver = door.error.code === 'unauthenticated';
      return <RefusalPage error={door.error} code={code} onTry={isOver ? () => setDoor({ is: 'outside' }) : goTo} />;
    }
    case 'inside':
      return (
        <Room
          key={door.enteredBy}
          code={door.enteredBy}
          onEnded={ended}
          onLeft={() => navigate('/')}
          onCode={(current) => {
            shown.current = current;
            history.replaceState(null, '', roomPath(current));
          }}
        />
      );
    default:
      return door satisfies never;
  }
}

const refused = (code: Refused['code']): Door => ({
  is: 'refused',
  error: { code, detail: '', retryAfterSeconds: null },
});

/** A socket closes alike for whom the room's moderators blocked and whom the operator banned: a call is told which. */
function whoKeepsOut(found: Door): Door {
  return found.is === 'refused' && found.error.code === 'banned' ? found : refused('blocked');
}

async function lookAt(code: RoomCode): Promise<Door> {
  if (!mayHaveSession()) return { is: 'outside' };
  try {
    const room = await getRoom(code);
    if (room.me?.blocked) return refused('blocked');
    return room.me === null ? { is: 'outside' } : { is: 'inside', enteredBy: code };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.code === 'unauthenticated' ? { is: 'outside' } : { is: 'refused', error };
  }
}

/** The code stands in the fragment, where no server and no proxy sees it. */
function useCodeInAddress(): RoomCode | null {
  const [code, setCode] = useState(() => readRoomCode(location.hash.slice(1)));
  useEffect(() => {
    const read = () => setCode(readRoomCode(location.hash.slice(1)));
    // wouter changes the address without `hashchange`; it tells `pushState` and `replaceState` by events of its own.
    for (const event of ['hashchange', 'popstate', 'pushState', 'replaceState']) window.addEventListener(event, read);
    read();
    return () => {
      for (const event of ['hashchange', 'popstate', 'pushState', 'replaceState'])
        window.removeEventListener(event, read);
    };
  }, []);
  return code;
}
