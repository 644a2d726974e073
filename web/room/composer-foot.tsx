import { useRef } from 'react';
import { classes } from '../ui/classes.ts';
import type { Length } from './typed-text.ts';
import { TypingLine } from './typing-line.tsx';

export interface FootFacts {
  typists: readonly string[];
  /** Seconds until slow mode lets the next message through; 0 while it doesn't hold. */
  waitSeconds: number;
  /** 0 where it is off, or not for this person. */
  slowModeSeconds: number;
  /** What is sent now waits for the connection. */
  queues: boolean;
}

interface ComposerFootProps extends FootFacts {
  isHeld: boolean;
  /** Null while nothing is written. */
  length: Length | null;
}

/** The line under the message box: why it has to wait, who is typing, and how much fits. */
export function ComposerFoot(props: ComposerFootProps) {
  const { length, isHeld, waitSeconds } = props;
  return (
    <div className="flex min-h-6 items-center justify-between gap-3 px-1.5 pt-1 text-xs text-ink-3">
      <span id="composer-note" className="min-w-0 truncate">
        <Note {...props} />
      </span>
      <SaidCountdown seconds={isHeld ? waitSeconds : 0} />
      {length !== null && <Counter {...length} />}
    </div>
  );
}

function Note({ isHeld, length, waitSeconds, slowModeSeconds, queues, typists }: ComposerFootProps) {
  if (length?.level === 'over' && length.used <= length.max) {
    return 'These characters take more space than others: too long for one message';
  }
  if (isHeld) {
    return (
      <span role="timer" aria-live="off">
        Slow mode: you can send again in {waitSeconds} s
      </span>
    );
  }
  if (queues) return 'You can keep writing. Messages wait here and go out in order.';
  if (typists.length > 0) return <TypingLine names={typists} />;
  if (slowModeSeconds > 0) return `Slow mode: one message every ${slowModeSeconds} s`;
  return null;
}

/** A countdown read out every second would drown all else: it is said at 30 and 10 seconds and when it is over. */
function SaidCountdown({ seconds }: { seconds: number }) {
  const said = useRef('');
  if (seconds === 30 || seconds === 10) said.current = `You can send again in ${seconds} s`;
  else if (seconds === 0 && said.current !== '') said.current = 'You can send again';
  return (
    <span role="status" className="sr-only">
      {said.current}
    </span>
  );
}

function Counter({ used, max, left, level }: Length) {
  const words =
    level === 'over'
      ? `${(-left).toLocaleString('en')} over the limit`
      : `${used.toLocaleString('en')} / ${max.toLocaleString('en')}`;
  return (
    <span
      className={classes(
        'flex-none whitespace-nowrap tabular-nums',
        level === 'near' && 'text-warn-text',
        level === 'over' && 'font-medium text-danger-text',
      )}
    >
      {words}
    </span>
  );
}
