import { useId, useState } from 'react';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { nameColor } from '../ui/mask.ts';
import { ago } from './ago.ts';
import type { BlockTarget } from './block-dialog.tsx';
import type { ReportCard } from './report-list.ts';
import { reasonName } from './report-reasons.ts';
import { createdMs, startOfDay, timeOfDay } from './time.ts';

interface ReportCardBoxProps {
  card: ReportCard;
  nowMs: number;
  /** What is under way. */
  busy: 'dismiss' | 'delete_message' | null;
  error: string | null;
  /** Whether the author can be blocked by this person. */
  blockable: boolean;
  /** Nobody decides about themselves. */
  own: boolean;
  onResolve: (action: 'dismiss' | 'delete_message') => void;
  onBlock: (target: BlockTarget) => void;
}

/** One reported message: what people say of it, what it said, and the three answers. */
export function ReportCardBox({ card, nowMs, busy, error, blockable, own, onResolve, onBlock }: ReportCardBoxProps) {
  const title = useId();
  const [message, ...earlier] = card.versions;
  if (message === undefined) return null;
  const { member_id, nickname } = message;
  const people = card.report_ids.length === 1 ? '1 person' : `${card.report_ids.length} people`;
  return (
    <article
      aria-labelledby={title}
      className="min-w-0 rounded-lg bg-surface px-4 pt-3.5 pb-3 inset-ring inset-ring-line-2 forced-colors:border"
    >
      <div className="flex items-baseline gap-2 text-sm">
        <h3 id={title} className="min-w-0 font-semibold">
          {card.reasons.map(reasonName).join(' · ')}
        </h3>
        <span className="whitespace-nowrap text-ink-3">{people}</span>
        <time
          dateTime={new Date(card.reported_ms).toISOString()}
          className="ml-auto text-xs whitespace-nowrap text-ink-3"
        >
          {ago(card.reported_ms, nowMs)}
        </time>
      </div>
      <div className="mt-3 grid grid-cols-[28px_minmax(0,1fr)] gap-x-2.5">
        <Avatar memberId={member_id} size={28} />
        <div className="min-w-0">
          <div className="flex min-w-0 items-baseline gap-[7px] text-sm">
            <b className="min-w-0 truncate" style={{ color: nameColor(member_id) }}>
              <bdi>{nickname}</bdi>
            </b>
            <time dateTime={message.created_at} className="text-xs whitespace-nowrap text-ink-3">
              {sentAt(createdMs(message), nowMs)}
            </time>
          </div>
          <Words text={message.content} />
          {earlier.map((version) => (
            <div key={version.content} className="mt-2">
              <p className="text-xs text-ink-3">Reported before it was edited:</p>
              <Words text={version.content} />
            </div>
          ))}
          {card.notes.map((note) => (
            <p key={note.report_id} className="mt-2 text-sm wrap-anywhere text-ink-2">
              Note: “<bdi className="whitespace-pre-line">{note.text}</bdi>”
            </p>
          ))}
          {error !== null && (
            <p role="alert" className="mt-2 text-sm text-danger-text">
              {error}
            </p>
          )}
          {own ? (
            <p className="mt-3 text-sm text-ink-2">
              This is your own message. Somebody else who keeps order here decides, or the operator of this server.
            </p>
          ) : (
            <div className="mt-3 flex flex-wrap gap-1.5">
              <Button
                size="sm"
                busy={busy === 'delete_message' && 'Deleting…'}
                onClick={() => onResolve('delete_message')}
              >
                Delete message
              </Button>
              {blockable && (
                <Button
                  size="sm"
                  kind="danger-line"
                  onClick={() => onBlock({ member_id, nickname, report_id: card.report_ids[0] ?? null })}
                >
                  Block…
                </Button>
              )}
              <Button
                size="sm"
                kind="ghost"
                busy={busy === 'dismiss' && 'Dismissing…'}
                onClick={() => onResolve('dismiss')}
              >
                Dismiss
              </Button>
            </div>
          )}
        </div>
      </div>
    </article>
  );
}

/** What is shown of a long message until somebody asks for the rest. */
const LONG = { characters: 480, lines: 10 };

function Words({ text }: { text: string }) {
  const isLong = text.length > LONG.characters || text.split('\n').length > LONG.lines;
  const [isWhole, setIsWhole] = useState(!isLong);
  return (
    <>
      <p dir="auto" className={classes('mt-px wrap-anywhere whitespace-pre-line', !isWhole && 'line-clamp-8')}>
        {text}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          className="touch-target mt-1 text-sm font-medium text-accent-text underline decoration-accent-line underline-offset-3"
        >
          {isWhole ? 'Show less' : 'Show all'}
        </button>
      )}
    </>
  );
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/** `13:51`, of another day `2 March 13:51`. */
function sentAt(ms: number, nowMs: number): string {
  const time = timeOfDay(ms);
  return startOfDay(ms) === startOfDay(nowMs) ? time : `${dayAndMonth.format(ms)} ${time}`;
}
