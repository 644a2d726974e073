import { useEffect, useState } from 'react';

const EVERY_MS = 15_000;

/** The time in ms, kept fresh enough for ages in minutes. */
export function useMinute(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
