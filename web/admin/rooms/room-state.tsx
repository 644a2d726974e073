import type { RoomEntry } from '../../../protocol/admin-objects.ts';
import { printRetention } from '../../start/retention.ts';
import { Badge } from '../../ui/badge.tsx';

/** Locked, slow, or as usual. */
export function RoomState({ room }: { room: Pick<RoomEntry, 'locked' | 'slow_mode_seconds'> }) {
  if (!room.locked && room.slow_mode_seconds === 0) return <span className="text-ink-3">Normal</span>;
  return (
    <span className="inline-flex gap-1 align-middle">
      {room.locked && <Badge tone="outline">Locked</Badge>}
      {room.slow_mode_seconds > 0 && <Badge tone="warn">Slow {printRetention(room.slow_mode_seconds)}</Badge>}
    </span>
  );
}
