import type { Message } from '../../protocol/objects.ts';
import { classes } from '../ui/classes.ts';
import { MoreIcon, ReplyIcon, SmileIcon } from '../ui/icons.tsx';
import { useMessageActions } from './actions.ts';

/** Beside the bubble under a mouse, or when the message has the focus. The keyboard has Enter for all of it. */
export function MessageTools({ message, mine }: { message: Message; mine: boolean }) {
  const actions = useMessageActions();
  const tools = [
    { label: 'React', icon: <SmileIcon />, run: (anchor: HTMLElement) => actions.openEmoji(message, anchor) },
    { label: 'Reply', icon: <ReplyIcon />, run: () => actions.reply(message) },
    { label: 'More actions', icon: <MoreIcon />, run: (anchor: HTMLElement) => actions.openMenu(message, anchor) },
  ];
  return (
    <div
      role="toolbar"
      aria-label="Message actions"
      className={classes(
        'absolute top-1/2 z-(--z-sticky) flex -translate-y-1/2 gap-px rounded-md bg-raised p-0.5 opacity-0 shadow-2 focus-within:opacity-100 group-hover/message:opacity-100 group-focus-visible/message:opacity-100 has-aria-expanded:opacity-100 max-sm:hidden pointer-coarse:hidden forced-colors:border',
        mine ? 'right-[calc(100%+6px)]' : 'left-[calc(100%+6px)]',
      )}
    >
      {tools.map(({ label, icon, run }) => (
        <button
          key={label}
          type="button"
          tabIndex={-1}
          aria-label={label}
          title={label}
          onClick={(event) => run(event.currentTarget)}
          className="grid size-7.5 place-items-center rounded-sm text-ink-2 hover:bg-hover hover:text-ink"
        >
          {icon}
        </button>
      ))}
    </div>
  );
}
