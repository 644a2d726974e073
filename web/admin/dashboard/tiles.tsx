import { Link } from 'wouter';
import type { Figures } from '../../../protocol/admin-objects.ts';
import type { Range } from '../queries.ts';
import { printCount, printMilliseconds, splitBytes } from '../shell/numbers.ts';
import { peak } from './series.ts';
import { Tile } from './tile.tsx';
import { printMoment } from './times.ts';

/** From here on people notice: what they send waits for the server's turn. */
const SLOW_MS = 100;

interface TilesProps {
  now: Figures;
  /** Of the range; empty on a new server, undefined before they were loaded. */
  points: readonly Figures[] | undefined;
  range: Range;
}

/** The server at a glance. */
export function Tiles({ now, points, range }: TilesProps) {
  const highest = (read: (at: Figures) => number, print: (value: number) => string) => {
    if (points === undefined) return NOT_LOADED;
    const top = peak([...points, now], read);
    return top === null ? 'no peak yet' : `peak ${print(top.value)} at ${printMoment(top.atMs, range)}`;
  };
  const memory = splitBytes(now.memory_bytes);
  const database = splitBytes(now.database_bytes);
  const isSlow = now.event_loop_delay_ms >= SLOW_MS;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line-2 bg-line-2 sm:grid-cols-4">
      <Tile
        label="Connected sessions"
        value={printCount(now.connected)}
        context={`of ${printCount(now.sessions)} in all`}
      />
      <Tile
        label="Rooms"
        value={printCount(now.rooms)}
        context={change(points, now, (at) => at.rooms, printCount, range, 'fewer')}
      />
      <Tile
        label="Messages per minute"
        value={printCount(now.messages)}
        context={`${printCount(now.messages_stored)} stored`}
      />
      <Tile
        label="Open reports"
        value={printCount(now.open_reports)}
        warn={now.open_reports > 0}
        context={
          now.open_reports === 0 ? (
            'nothing waits for you'
          ) : (
            <Link href="/reports" className="touch-target">
              Review {now.open_reports === 1 ? 'it' : 'them'}
            </Link>
          )
        }
      />
      <Tile
        label="Refused by limits"
        value={printCount(now.refused)}
        unit="per min"
        context={highest((at) => at.refused, printCount)}
      />
      <Tile
        label="Memory"
        value={memory.amount}
        unit={memory.unit}
        context={highest((at) => at.memory_bytes, printBytes)}
      />
      <Tile
        label="Event-loop delay"
        value={printMilliseconds(now.event_loop_delay_ms)}
        unit="ms"
        warn={isSlow}
        context={
          isSlow
            ? 'people notice: too much work'
            : highest(
                (at) => at.event_loop_delay_ms,
                (ms) => `${printMilliseconds(ms)} ms`,
              )
        }
      />
      <Tile
        label="Database"
        value={database.amount}
        unit={database.unit}
        context={change(points, now, (at) => at.database_bytes, printBytes, range, 'less')}
      />
    </dl>
  );
}

function printBytes(bytes: number): string {
  const { amount, unit } = splitBytes(bytes);
  return `${amount} ${unit}`;
}

const AGO: Record<Range, string> = { '1h': 'in an hour', '24h': 'in 24 h', '7d': 'in 7 d' };

/** Keeps the line's place. */
const NOT_LOADED = '\u00a0';

/** `12 more in 24 h`, held against the oldest point of the range. */
function change(
  points: readonly Figures[] | undefined,
  now: Figures,
  read: (at: Figures) => number,
  print: (value: number) => string,
  range: Range,
  less: 'fewer' | 'less',
): string {
  if (points === undefined) return NOT_LOADED;
  const first = points[0];
  if (first === undefined) return 'nothing to compare yet';
  const difference = read(now) - read(first);
  if (difference === 0) return `no change ${AGO[range]}`;
  return `${print(Math.abs(difference))} ${difference > 0 ? 'more' : less} ${AGO[range]}`;
}
