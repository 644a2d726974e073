import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoomDetail } from '../../../protocol/admin-objects.ts';
import { printRoomCode } from '../../../protocol/room-code.ts';
import { ApiError } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { FlameIcon } from '../../ui/icons.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { printCount } from '../shell/numbers.ts';
import { Copyable } from '../table/copyable.tsx';
import { Detail, Facts } from '../table/detail.tsx';
import { fullTime } from '../table/when.ts';
import { RoomMembers } from './room-members.tsx';
import { RoomMessages } from './room-messages.tsx';
import { RoomSettings } from './room-settings.tsx';
import { RoomState } from './room-state.tsx';
import { readRoom, roomKey } from './rooms-api.ts';

interface RoomPaneProps {
  code: string;
  nowMs: number;
  onBurn: (room: RoomDetail) => void;
  onClose: () => void;
}

/** A room and its people. Every opening is a look of its own, so nothing is kept from the one before. */
export function RoomPane({ code, nowMs, onBurn, onClose }: RoomPaneProps) {
  const query = useQuery({
    queryKey: roomKey(code),
    queryFn: () => readRoom(code),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  if (query.data !== undefined) {
    return <OpenRoom room={query.data} nowMs={nowMs} onBurn={onBurn} onClose={onClose} />;
  }
  const isGone = query.error instanceof ApiError && ['not_found', 'room_gone'].includes(query.error.code);
  return (
    <Detail title="Room" back="rooms" onClose={onClose}>
      {query.error === null && <Loading />}
      {isGone && <p>This room is gone: it was burned, or it ran empty.</p>}
      {query.error !== null && !isGone && (
        <LoadFailure error={query.error} busy={query.isFetching} onTry={() => void query.refetch()} />
      )}
    </Detail>
  );
}

interface OpenRoomProps {
  room: RoomDetail;
  nowMs: number;
  onBurn: (room: RoomDetail) => void;
  onClose: () => void;
}

function OpenRoom({ room, nowMs, onBurn, onClose }: OpenRoomProps) {
  const client = useQueryClient();
  const [isReading, setIsReading] = useState(false);
  if (isReading) {
    return (
      <Detail
        key="messages"
        title={
          <>
            Messages in <bdi>{room.name}</bdi>
          </>
        }
        back="the room"
        isWithin
        onClose={() => setIsReading(false)}
      >
        <RoomMessages code={room.code} nowMs={nowMs} />
      </Detail>
    );
  }
  return (
    <Detail key="room" title={<bdi>{room.name}</bdi>} badge={<RoomState room={room} />} back="rooms" onClose={onClose}>
      <Facts
        rows={[
          [
            'Code',
            <Copyable key="code" text={printRoomCode(room.code)} what="Code">
              <span className="tracking-[0.015em]">{printRoomCode(room.code)}</span>
            </Copyable>,
          ],
          ['People', `${printCount(room.online_count)} of ${printCount(room.member_count)} here now`],
          ['Messages', `${printCount(room.messages_stored)} stored`],
          ['Last message', room.last_message_at === null ? 'none' : fullTime(Date.parse(room.last_message_at))],
          ['Created', fullTime(Date.parse(room.created_at))],
          ['Open reports', printCount(room.open_reports)],
        ]}
      />
      <p className="mt-3 text-xs text-ink-3">Opening this was written to the audit log.</p>
      <RoomSettings room={room} />
      <div className="mt-4 grid gap-2">
        <p className="text-ink-2">You can read what is said here. Reading is written to the audit log.</p>
        <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
          <Button size="sm" onClick={() => setIsReading(true)}>
            Read messages
          </Button>
          <Button size="sm" kind="danger-line" icon={<FlameIcon size="sm" />} onClick={() => onBurn(room)}>
            Burn room…
          </Button>
        </div>
      </div>
      <RoomMembers
        room={room}
        onBanned={(memberId) =>
          client.setQueryData<RoomDetail>(roomKey(room.code), {
            ...room,
            member_count: room.member_count - 1,
            members: room.members.filter((member) => member.id !== memberId),
          })
        }
      />
    </Detail>
  );
}
