import { memo, type ReactNode } from 'react';
import type { Message } from '../../protocol/objects.ts';
import { classes } from '../ui/classes.ts';
import { TrashIcon } from '../ui/icons.tsx';
import { nameColor } from '../ui/mask.ts';
import { useMessageActions } from './actions.ts';
import { plainLine } from './markdown.ts';
import { Markdown } from './markdown.tsx';
import type { Quoted } from './rows.ts';

export type BubbleLook = 'sent' | 'sending' | 'waiting' | 'failed' | 'deleted';

interface BubbleProps {
  mine: boolean;
  first: boolean;
  last: boolean;
  look: BubbleLook;
  flash?: boolean;
  children: ReactNode;
}

const LOOKS = {
  sent: 'px-3 pt-[7px] pb-2',
  sending: 'px-3 pt-[7px] pb-2 opacity-60',
  waiting: 'border-[1.5px] border-dashed border-accent-line px-[11px] pt-1.5 pb-[7px]',
  failed: 'px-3 pt-[7px] pb-2 inset-ring inset-ring-danger-line',
  deleted: 'flex items-center gap-[7px] px-3 pt-[7px] pb-2 text-ink-3 inset-ring inset-ring-line-2',
} as const;

/** The ground of a message. Corners that touch its neighbours in the group are tighter. */
export function Bubble({ mine, first, last, look, flash = false, children }: BubbleProps) {
  const isFilled = look === 'sent' || look === 'sending';
  return (
    <div
      className={classes(
        'max-w-full min-w-0 rounded-[15px] text-md tracking-[-0.009em] wrap-anywhere text-pretty outline-offset-2 outline-focus group-focus-visible/message:outline-2 forced-colors:border',
        LOOKS[look],
        isFilled && (mine ? 'bg-own' : 'bg-other'),
        mine ? !first && 'rounded-tr-[5px]' : 'rounded-tl-[5px]',
        mine ? 'rounded-br-[5px]' : !last && 'rounded-bl-[5px]',
        flash && 'room-flash',
      )}
    >
      {children}
    </div>
  );
}

interface ContentProps {
  message: Message;
  quoted: Quoted;
  mine: boolean;
  tabbable: boolean;
}

/** What is inside the bubble: the quote, the words, and that they were edited. */
export const MessageContent = memo(function MessageContent({ message, quoted, tabbable }: ContentProps) {
  if (message.deleted) {
    return (
      <>
        <TrashIcon size="xs" />
        {message.deleted_by === 'moderator' ? (
          'Removed by a moderator'
        ) : (
          <span className="min-w-0">
            Deleted by <bdi>{message.nickname}</bdi>
          </span>
        )}
      </>
    );
  }
  return (
    <>
      {quoted !== null && <Quote quoted={quoted} id={message.reply_to} tabbable={tabbable} />}
      <Markdown text={message.content} tabbable={tabbable} edited={message.edited_at !== null} />
    </>
  );
});

export const Quote = memo(function Quote({
  quoted,
  id,
  tabbable,
}: {
  quoted: Quoted;
  id: string | null;
  tabbable: boolean;
}) {
  const actions = useMessageActions();
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      onClick={() => id !== null && actions.jumpTo(id)}
      className="mt-0.5 mb-1.5 block w-full min-w-0 text-left max-sm:py-1"
    >
      <span className="sr-only">Answers </span>
      <QuoteLines quoted={quoted} />
    </button>
  );
});

/** Author and one line of what is answered, beside a rule in the author's hue. */
export function QuoteLines({ quoted }: { quoted: Quoted }) {
  const author = typeof quoted === 'object' ? quoted : null;
  return (
    <span
      className="block min-w-0 border-s-2 border-control py-px ps-[9px] text-sm text-ink-2"
      style={author === null ? undefined : { borderColor: nameColor(author.member_id) }}
    >
      {author === null ? (
        quoted === 'muted' ? (
          'Somebody you muted'
        ) : (
          'An earlier message'
        )
      ) : (
        <>
          <b className="block truncate" style={{ color: nameColor(author.member_id) }}>
            <bdi>{author.nickname}</bdi>
          </b>
          <span dir="auto" className="block truncate">
            {author.deleted ? 'Deleted' : plainLine(author.content)}
          </span>
        </>
      )}
    </span>
  );
}
