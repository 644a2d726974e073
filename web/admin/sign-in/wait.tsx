import { useEffect, useState } from 'react';
import { printCountdown } from '../../states/countdown.ts';
import { Note } from '../../ui/note.tsx';

interface WaitProps {
  seconds: number;
  /** The server's words. */
  reason: string;
  onOver: () => void;
}

/** How long until the server takes another try. */
export function Wait({ seconds, reason, onOver }: WaitProps) {
  const [untilMs] = useState(() => performance.now() + seconds * 1_000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    // By the clock and not by counting ticks: a sleeping tab gets none.
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((untilMs - performance.now()) / 1_000))), 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  useEffect(() => {
    if (left === 0) onOver();
  }, [left, onOver]);
  return (
    <Note tone="warn">
      <p role="alert">{reason}</p>
      <p role="timer" aria-live="off" className="mt-0.5 font-medium tabular-nums">
        {printCountdown(left)} until you can try again
      </p>
    </Note>
  );
}
