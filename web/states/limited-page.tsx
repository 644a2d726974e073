import { type ReactNode, useEffect, useState } from 'react';
import type { ApiError } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { HourglassIcon } from '../ui/icons.tsx';
import { StatePage } from '../ui/state-page.tsx';
import { printCountdown } from './countdown.ts';

interface LimitedPageProps {
  error: Pick<ApiError, 'retryAfterSeconds' | 'detail'>;
  busy: boolean;
  onTry: () => void;
  back: ReactNode;
}

/** A clock that ticks on a screen reader's tongue helps nobody: it says these and is silent in between. */
const ANNOUNCED: Record<number, string> = { 30: '30 seconds left', 10: '10 seconds left', 0: 'You can try again now.' };

/** How long to wait, counted down. */
export function LimitedPage({ error, busy, onTry, back }: LimitedPageProps) {
  const left = useCountdown(error.retryAfterSeconds ?? 60);
  return (
    <StatePage
      icon={<HourglassIcon />}
      tone="warn"
      title="Too many tries"
      text={`${error.detail} So that codes can’t be guessed and the server can’t be flooded, everyone behind the same address waits together, also for what somebody else tried.`}
      actions={[
        <Button key="again" kind="solid" disabled={left > 0} onClick={onTry} busy={busy && 'Trying…'}>
          Try again
        </Button>,
        back,
      ]}
    >
      <div
        role="timer"
        aria-live="off"
        className="mt-4.5 mb-0.5 text-[2.75rem] leading-12 font-semibold tracking-[-0.03em] tabular-nums"
      >
        {printCountdown(left)}
      </div>
      <p className="text-sm text-ink-3">until you can try again</p>
      <p role="status" className="sr-only">
        {ANNOUNCED[left]}
      </p>
    </StatePage>
  );
}

/** Whole seconds left, by the clock and not by counting ticks: a sleeping tab gets none. */
function useCountdown(seconds: number): number {
  const [untilMs] = useState(() => performance.now() + seconds * 1_000);
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((untilMs - performance.now()) / 1_000))), 250);
    return () => clearInterval(timer);
  }, [untilMs]);
  return left;
}
