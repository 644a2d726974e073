import './room.css';
import { useEffect, useRef, useState } from 'react';
import type { RoomCode } from '../../protocol/room-code.ts';
import type { Ending } from './connection.ts';
import { ConnectionStrip } from './connection-strip.tsx';
import { RoomScreen } from './room-screen.tsx';
import { type LiveRoom, useCurrentCode, useLiveRoom, useRoomView } from './use-room.ts';

interface RoomProps {
  code: RoomCode;
  /** The server, or another tab, has put an end to it. */
  onEnded: (why: Ending) => void;
  /** This person has left or burned it, here. */
  onLeft: () => void;
  /** Somebody has replaced the room's code. */
  onCode: (code: RoomCode) => void;
}

/** One room, from the opening of its socket to its end. */
export function Room(props: RoomProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const live = useLiveRoom(props.code, setRefusal);
  if (live === null) return <main className="min-h-dvh bg-surface" aria-busy="true" />;
  return <OpenRoom {...props} live={live} refusal={refusal} onRefusal={setRefusal} />;
}

interface OpenRoomProps extends RoomProps {
  live: LiveRoom;
  refusal: string | null;
  onRefusal: (detail: string | null) => void;
}

function OpenRoom({ code, live, onEnded, onLeft, onCode, refusal, onRefusal }: OpenRoomProps) {
  const view = useRoomView(live.client);
  const { state, status } = view;
  const isLeaving = useRef(false);
  const handlers = useRef({ onEnded, onLeft });
  handlers.current = { onEnded, onLeft };
  const ended = status.name === 'ended' ? status.why : null;

  useCurrentCode(code, state.room?.code, onCode);
  useEffect(() => {
    if (ended === null) return;
    // The socket closes before the call is answered: who leaves is not sent to the door of the room.
    if (isLeaving.current) handlers.current.onLeft();
    else handlers.current.onEnded(ended);
  }, [ended]);

  if (state.room === null || state.me === null) {
    return (
      <main className="grid min-h-dvh grid-rows-[auto_1fr] bg-surface" aria-busy="true">
        <ConnectionStrip status={status} waiting={0} clock={live.clock} onTryNow={live.client.tryNow} />
      </main>
    );
  }
  return (
    <RoomScreen
      live={live}
      view={view}
      room={state.room}
      me={state.me}
      refusal={refusal}
      onRefusal={onRefusal}
      onLeaving={(leaving) => {
        isLeaving.current = leaving;
      }}
      onLeft={onLeft}
    />
  );
}
