import { printRetention } from '../start/retention.ts';
import { HourglassIcon } from '../ui/icons.tsx';
import type { Row } from './rows.ts';
import type { Happening } from './system-lines.ts';
import { dayAndTime, dayName } from './time.ts';

type BetweenRow = Exclude<Row, { kind: 'message' | 'unsent' }>;

// Space above only: rows are measured one by one, so their margins don't collapse.
const SYSTEM = 'pt-3.5 text-center text-xs text-ink-3';

/** What stands between the messages: days, what is new, what happened, and where the log begins. */
export function Between({ row, nowMs }: { row: BetweenRow; nowMs: number }) {
  switch (row.kind) {
    case 'start':
      return (
        <p className="flex items-center justify-center gap-1.5 text-center text-xs text-ink-3">
          <HourglassIcon size="xs" />
          Messages from before {dayAndTime(row.before_ms, nowMs)} have vanished
        </p>
      );
    case 'loading':
      return <p className={SYSTEM}>Loading older messages…</p>;
    case 'day':
      return <h2 className="pt-6 text-center text-xs font-medium text-ink-3">{dayName(row.ms, nowMs)}</h2>;
    case 'unread':
      return (
        <div className="flex items-center gap-2.5 pt-5 text-xs font-semibold text-accent-text before:h-px before:flex-1 before:bg-accent-line after:h-px after:flex-1 after:bg-accent-line forced-colors:before:bg-[CanvasText] forced-colors:after:bg-[CanvasText]">
          {row.count.toLocaleString('en')} new
        </div>
      );
    case 'system':
      return (
        <p className={SYSTEM}>
          <HappeningText happening={row.line} />
        </p>
      );
    default:
      return row satisfies never;
  }
}

function HappeningText({ happening }: { happening: Happening }) {
  switch (happening.what) {
    case 'joined':
      return <Named name={happening.nickname} after="joined" />;
    case 'left':
      return <Named name={happening.nickname} after="left" />;
    case 'made_owner':
      return <Named name={happening.nickname} after="owns the room now" />;
    case 'made_moderator':
      return <Named name={happening.nickname} after="is a moderator now" />;
    case 'made_member':
      return <Named name={happening.nickname} after="is no longer a moderator" />;
    case 'renamed':
      return (
        <>
          The room is called <Name>{happening.name}</Name> now
        </>
      );
    case 'retention':
      return `Messages vanish after ${printRetention(happening.seconds)} now`;
    case 'slow_mode':
      return happening.seconds === 0
        ? 'Slow mode is off'
        : `Slow mode: one message every ${printRetention(happening.seconds)}`;
    case 'locked':
      return 'The room is locked: nobody new can join';
    case 'unlocked':
      return 'The room is unlocked: people can join again';
    case 'new_code':
      return 'The room has a new code: the old one no longer lets anyone in';
    default:
      return happening satisfies never;
  }
}

const Named = ({ name, after }: { name: string; after: string }) => (
  <>
    <Name>{name}</Name> {after}
  </>
);

const Name = ({ children }: { children: string }) => (
  <b className="font-medium wrap-anywhere text-ink-2">
    <bdi>{children}</bdi>
  </b>
);
