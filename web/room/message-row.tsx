import { memo, type PointerEvent, useRef } from 'react';
import type { Member } from '../../protocol/objects.ts';
import { Avatar } from '../ui/avatar.tsx';
import { classes } from '../ui/classes.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { nameColor } from '../ui/mask.ts';
import { useMessageActions } from './actions.ts';
import { Bubble, MessageContent } from './message-bubble.tsx';
import { MessageTools } from './message-tools.tsx';
import { ReactionBar } from './reaction-bar.tsx';
import type { Row } from './rows.ts';
import { createdMs, timeOfDay } from './time.ts';

/** Apart, as most people mute nobody. */
export const loadFoldedRow = () => import('./folded-row.tsx');
const FoldedRow = lazyPart(loadFoldedRow, (module) => module.FoldedRow);

interface MessageRowProps {
  row: Extract<Row, { kind: 'message' }>;
  myId: string;
  role: Member['role'] | undefined;
  /** The one tab stop of the log is here. */
  active: boolean;
  flash: boolean;
  vanishing: boolean;
  arriving: boolean;
}

const ROLE_NAMES = { owner: 'Owner', moderator: 'Moderator', member: null } as const;
const LONG_PRESS_MS = 400;
/** A finger that moves further is scrolling. */
const STILL_PX = 10;

/** One message of the log. Rows are drawn again only when what they show has changed. */
export const MessageRow = memo(
  function MessageRow({ row, myId, role, active, flash, vanishing, arriving }: MessageRowProps) {
    const { message, mine, folded, first, last, quoted } = row;
    const actions = useMessageActions();
    const box = useRef<HTMLDivElement>(null);
    const press = useLongPress(
      () => box.current !== null && !message.deleted && actions.openMenu(message, box.current),
    );
    const time = timeOfDay(createdMs(message));
    const roleName = role === undefined ? null : ROLE_NAMES[role];
    if (folded) return <FoldedRow row={row} active={active} time={time} vanishing={vanishing} />;
    return (
      <article
        data-row={row.key}
        tabIndex={active ? 0 : -1}
        aria-label={`${mine ? 'You' : message.nickname}, ${time}`}
        className={classes(
          'group/message relative grid outline-none',
          mine
            ? 'grid-cols-[minmax(0,1fr)]'
            : 'grid-cols-[32px_minmax(0,1fr)] gap-x-2.5 max-sm:grid-cols-[28px_minmax(0,1fr)] max-sm:gap-x-2',
          first ? 'pt-4' : 'pt-[3px]',
          vanishing && 'room-vanish',
          arriving && 'room-arrive',
        )}
      >
        {!mine && first && (
          <>
            <Avatar memberId={message.member_id} className="row-span-2 mt-0.5 max-sm:size-7" />
            <div className="mb-[3px] flex min-w-0 items-baseline gap-[7px] text-sm *:whitespace-nowrap">
              <b className="min-w-0 truncate tracking-[-0.008em]" style={{ color: nameColor(message.member_id) }}>
                <bdi>{message.nickname}</bdi>
              </b>
              {roleName !== null && <span className="text-xs text-ink-3">{roleName}</span>}
              <time dateTime={message.created_at} className="text-xs text-ink-3">
                {time}
              </time>
            </div>
          </>
        )}
        <div className={classes('flex min-w-0 flex-col', mine ? 'items-end' : 'col-start-2 items-start')}>
          <div
            ref={box}
            {...press}
            className={classes(
              'relative flex max-w-[min(78%,34rem)] min-w-0 flex-col pointer-coarse:select-none',
              mine ? 'items-end max-sm:max-w-[82%]' : 'items-start max-sm:max-w-[88%]',
            )}
          >
            <Bubble mine={mine} first={first} last={last} look={message.deleted ? 'deleted' : 'sent'} flash={flash}>
              <MessageContent message={message} quoted={quoted} mine={mine} tabbable={active} />
            </Bubble>
            {message.reactions.length > 0 && <ReactionBar message={message} myId={myId} tabbable={active} />}
            {!message.deleted && <MessageTools message={message} mine={mine} />}
          </div>
          {mine && last && (
            <div className="mt-1 flex items-center gap-[5px] text-xs text-ink-3">
              <time dateTime={message.created_at}>{time}</time>
              <CheckIcon size="xs" />
              <span className="sr-only">Sent</span>
            </div>
          )}
        </div>
      </article>
    );
  },
  (before, after) =>
    before.row.key === after.row.key &&
    before.row.message === after.row.message &&
    before.row.quoted === after.row.quoted &&
    before.row.first === after.row.first &&
    before.row.last === after.row.last &&
    before.row.mine === after.row.mine &&
    before.row.folded === after.row.folded &&
    before.role === after.role &&
    before.active === after.active &&
    before.flash === after.flash &&
    before.vanishing === after.vanishing &&
    before.arriving === after.arriving,
);

/** A finger that rests on a message opens its menu; a mouse has buttons for that. */
function useLongPress(held: () => void) {
  const timer = useRef(0);
  const from = useRef({ x: 0, y: 0 });
  const cancel = () => window.clearTimeout(timer.current);
  return {
    onPointerDown(event: PointerEvent) {
      if (event.pointerType === 'mouse') return;
      from.current = { x: event.clientX, y: event.clientY };
      timer.current = window.setTimeout(() => {
        // Lifting the finger is a click for whatever lies under it by then: the menu that has just opened.
        const swallow = (end: Event) => end.preventDefault();
        window.addEventListener('touchend', swallow, { capture: true, once: true, passive: false });
        held();
      }, LONG_PRESS_MS);
    },
    onPointerMove(event: PointerEvent) {
      if (Math.hypot(event.clientX - from.current.x, event.clientY - from.current.y) > STILL_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onPointerLeave: cancel,
    // The browser's own menu for a long press would lie over ours.
    onContextMenu(event: { nativeEvent: Event; preventDefault(): void }) {
      const isTouch = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType !== 'mouse';
      if (isTouch) event.preventDefault();
    },
  };
}
