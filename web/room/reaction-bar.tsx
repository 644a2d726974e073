import { memo } from 'react';
import type { Message } from '../../protocol/objects.ts';
import { useMessageActions } from './actions.ts';
import { emojiName } from './emoji.ts';

/** So many kinds are drawn; the rest is a number. */
const SHOWN_MAX = 8;

interface ReactionBarProps {
  message: Message;
  myId: string;
  tabbable: boolean;
}

export const ReactionBar = memo(function ReactionBar({ message, myId, tabbable }: ReactionBarProps) {
  const actions = useMessageActions();
  const shown = message.reactions.slice(0, SHOWN_MAX);
  const more = message.reactions.length - shown.length;
  return (
    <div className="mt-1 flex flex-wrap gap-1">
      {shown.map(({ emoji, member_ids }) => {
        const mine = member_ids.includes(myId);
        return (
          <button
            key={emoji}
            type="button"
            tabIndex={tabbable ? 0 : -1}
            aria-pressed={mine}
            aria-label={`${emojiName(emoji)}, ${member_ids.length}${mine ? ', including you' : ''}`}
            onClick={() => actions.react(message, emoji)}
            className="relative inline-flex h-6.5 items-center gap-[5px] rounded-full bg-surface px-2 text-xs font-medium text-ink-2 inset-ring inset-ring-line-2 after:absolute after:inset-x-[-2px] after:inset-y-[-7px] hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent-text aria-pressed:inset-ring-accent-line max-sm:h-7.5 max-sm:px-2.5 forced-colors:border forced-colors:aria-pressed:outline-3"
          >
            <span className="emoji text-[0.8125rem] leading-none">{emoji}</span>
            <span className="tabular-nums">{member_ids.length}</span>
          </button>
        );
      })}
      {more > 0 && <span className="self-center px-1 text-xs text-ink-3">+{more}</span>}
    </div>
  );
});
