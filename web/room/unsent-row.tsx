import { memo } from 'react';
import { ClockIcon, WarnIcon } from '../ui/icons.tsx';
import { useMessageActions } from './actions.ts';
import { Markdown } from './markdown.tsx';
import { Bubble, QuoteLines } from './message-bubble.tsx';
import type { Row } from './rows.ts';
import { timeOfDay } from './time.ts';

const LINK = 'touch-target font-medium text-accent-text underline decoration-accent-line underline-offset-3';

/** A message that has no receipt yet: on its way, waiting, or refused. */
export const UnsentRow = memo(function UnsentRow({ row }: { row: Extract<Row, { kind: 'unsent' }> }) {
  const { unsent, quoted, first, last } = row;
  const actions = useMessageActions();
  return (
    <article
      data-row={row.key}
      tabIndex={-1}
      aria-label={`You, ${timeOfDay(unsent.written_ms)}, not sent yet`}
      className={first ? 'flex flex-col items-end pt-4' : 'flex flex-col items-end pt-[3px]'}
    >
      <div className="flex max-w-[min(78%,34rem)] min-w-0 flex-col items-end max-sm:max-w-[82%]">
        <Bubble mine first={first} last={last} look={unsent.state}>
          {quoted !== null && (
            <div className="mt-0.5 mb-1.5">
              <QuoteLines quoted={quoted} />
            </div>
          )}
          <Markdown text={unsent.content} tabbable={false} />
        </Bubble>
      </div>
      {unsent.state === 'waiting' && (
        <div className="mt-1 flex items-center gap-[5px] text-xs text-ink-3">
          <ClockIcon size="xs" />
          {unsent.not_before_ms === undefined
            ? 'Waiting to send'
            : `Waiting to send at ${timeOfDaySeconds(unsent.not_before_ms)}`}{' '}
          ·{' '}
          <button type="button" className={LINK} onClick={() => actions.discard(unsent.client_id)}>
            Discard
          </button>
        </div>
      )}
      {unsent.state === 'failed' && (
        <div
          role="alert"
          className="mt-1 flex max-w-full flex-wrap items-center justify-end gap-x-[5px] text-xs text-danger-text"
        >
          <WarnIcon size="xs" />
          <span>Not sent. {unsent.reason}</span>
          <button type="button" className={LINK} onClick={() => actions.retry(unsent.client_id)}>
            Try again
          </button>
          <span aria-hidden="true">·</span>
          <button type="button" className={LINK} onClick={() => actions.discard(unsent.client_id)}>
            Discard
          </button>
        </div>
      )}
      {unsent.state === 'sending' && last && (
        <div className="mt-1 text-xs text-ink-3">{timeOfDay(unsent.written_ms)}</div>
      )}
    </article>
  );
});

const withSeconds = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const timeOfDaySeconds = (ms: number): string => withSeconds.format(ms);
