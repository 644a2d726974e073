import { classes } from '../ui/classes.ts';
import { MuteIcon } from '../ui/icons.tsx';
import { useMessageActions } from './actions.ts';
import type { Row } from './rows.ts';

interface FoldedRowProps {
  row: Extract<Row, { kind: 'message' }>;
  active: boolean;
  vanishing: boolean;
  /** When it was sent. */
  time: string;
}

const WORDS = 'Message from somebody you muted';

/** A message of somebody who is muted: that it is there, and no more until this person asks. */
export function FoldedRow({ row, active, vanishing, time }: FoldedRowProps) {
  const actions = useMessageActions();
  return (
    <article
      data-row={row.key}
      tabIndex={active ? 0 : -1}
      aria-label={`${WORDS}, ${time}`}
      className={classes(
        'flex items-center gap-1.5 rounded-sm ps-10.5 text-xs text-ink-3 max-sm:ps-9',
        row.first ? 'pt-4' : 'pt-[3px]',
        vanishing && 'room-vanish',
      )}
    >
      <MuteIcon size="xs" />
      {WORDS}
      <button
        type="button"
        tabIndex={active ? 0 : -1}
        onClick={() => actions.show(row.message)}
        className="touch-target px-1 py-1 font-medium text-accent-text underline decoration-accent-line underline-offset-3"
      >
        Show
      </button>
    </article>
  );
}
