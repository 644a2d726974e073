import { Link } from 'wouter';
import type { Room } from '../../protocol/objects.ts';
import { DoorIcon } from '../ui/icons.tsx';
import { roomPath } from './room-path.ts';

const ROLES = { owner: 'owner', moderator: 'moderator', member: null } as const;

/** The rooms that this browser is in. */
export function RoomList({ rooms }: { rooms: readonly Room[] }) {
  return (
    <section aria-labelledby="rooms-here" className="mt-5 -mb-2 border-t border-line pt-3.5">
      <h2 id="rooms-here" className="mb-1 text-sm font-medium">
        Rooms in this browser
      </h2>
      <ul>
        {rooms.map((room) => (
          <li key={room.code}>
            <Link
              href={roomPath(room.code)}
              className="-mx-2.5 flex min-h-11 items-center gap-3 rounded-md px-2.5 py-1.5 text-inherit no-underline hover:bg-hover"
            >
              <DoorIcon size="sm" className="text-ink-3" />
              <bdi className="min-w-0 flex-1 truncate">{room.name}</bdi>
              <span className="text-xs whitespace-nowrap text-ink-3">{hint(room)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function hint(room: Room): string {
  const role = room.me === null ? null : ROLES[room.me.role];
  const people = room.member_count === 1 ? 'only you' : `${room.member_count.toLocaleString('en')} people`;
  return role === null ? people : `${role} · ${people}`;
}
