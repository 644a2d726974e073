import { useEffect, useState } from 'react';
import { OfflineIcon, RefreshIcon } from '../ui/icons.tsx';
import type { Clock } from './clock.ts';
import type { Status } from './connection.ts';

/** Shorter losses are nobody's business. */
const QUIET_MS = 2_000;

interface ConnectionStripProps {
  status: Status;
  waiting: number;
  clock: Clock;
  onTryNow: () => void;
}

/** Says under the header that the connection is gone, what waits, and offers to try at once. Always there, often empty. */
export function ConnectionStrip({ status, waiting, clock, onTryNow }: ConnectionStripProps) {
  const sinceMs = 'since_ms' in status ? status.since_ms : null;
  const [shownSince, setShownSince] = useState<number | null>(null);
  useEffect(() => {
    if (sinceMs === null) return setShownSince(null);
    return clock.after(Math.max(0, sinceMs + QUIET_MS - clock.now()), () => setShownSince(sinceMs));
  }, [sinceMs, clock]);
  const isShown = sinceMs !== null && shownSince === sinceMs;
  const words = waiting === 0 ? '' : waiting === 1 ? ' 1 message is waiting.' : ` ${waiting} messages are waiting.`;
  return (
    <div role="status" className="row-start-1">
      {isShown && (
        <div className="flex min-h-10 items-center justify-center gap-2.5 bg-warn-soft px-4 py-1 text-sm max-sm:min-h-11 max-sm:justify-start max-sm:py-0 max-sm:pr-2">
          {status.name === 'offline' ? (
            <OfflineIcon size="sm" className="text-warn-text" />
          ) : (
            <RefreshIcon size="sm" className="text-warn-text" />
          )}
          <span className="min-w-0">
            {sentence(status)}
            {words}
          </span>
          {'next_try_ms' in status && (
            <button
              type="button"
              onClick={onTryNow}
              className="h-7 flex-none rounded-sm px-2 text-sm font-medium text-warn-text underline underline-offset-3 max-sm:ml-auto max-sm:h-11"
            >
              Try now
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function sentence(status: Status): string {
  if (status.name === 'connecting') return 'Connecting…';
  if (status.name === 'offline') return 'You’re offline.';
  return 'attempt' in status && status.attempt > 3
    ? 'The server isn’t answering. Reconnecting…'
    : 'Connection lost. Reconnecting…';
}
