import { useEffect, useState } from 'react';
import { useMe } from '../queries.ts';
import { printUptime } from './numbers.ts';

/** Which server this is, which version, and how long it has been up. */
export function ServerLine() {
  const me = useMe().data;
  const nowMs = useMinutes();
  return (
    <>
      <div className="truncate">{window.location.host}</div>
      {me && (
        <div className="tabular-nums">
          v{me.version.replace(/^v/, '')}, up {printUptime((nowMs - Date.parse(me.started_at)) / 1_000)}
        </div>
      )}
    </>
  );
}

function useMinutes(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
