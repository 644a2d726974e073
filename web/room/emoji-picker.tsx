/** Brings Base UI with it: fetched when it first opens. */
import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { EMOJI_GROUPS } from './emoji-grid.ts';

interface EmojiPickerProps {
  label: string;
  anchor: RefObject<HTMLElement | null> | HTMLElement;
  side?: 'top' | 'bottom';
  align?: 'start' | 'center' | 'end';
  onPick: (emoji: string) => void;
  onClose: () => void;
}

const COLUMNS = 8;

/** A small grid of emoji; arrows move in it. */
export function EmojiPicker({ label, anchor, side = 'top', align = 'center', onPick, onClose }: EmojiPickerProps) {
  const popup = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);

  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(popup.current?.querySelectorAll<HTMLButtonElement>('button[data-emoji]') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + by))]?.focus();
  };

  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={8}
          collisionPadding={8}
          className="z-(--z-menu)"
        >
          <Popover.Popup
            ref={popup}
            aria-label={label}
            initialFocus={first}
            onKeyDown={move}
            className="max-h-[min(60dvh,var(--available-height))] animate-rise overflow-auto rounded-lg bg-raised p-2 shadow-2 outline-none forced-colors:border"
          >
            {EMOJI_GROUPS.map(({ name, choices }, group) => (
              <fieldset
                key={name}
                aria-label={name}
                className="grid grid-cols-8 gap-0.5 not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
              >
                {choices.map(({ emoji, name: emojiName }, index) => (
                  <button
                    key={emoji}
                    ref={group === 0 && index === 0 ? first : undefined}
                    data-emoji={emoji}
                    type="button"
                    tabIndex={group === 0 && index === 0 ? 0 : -1}
                    aria-label={emojiName}
                    title={emojiName}
                    onClick={() => onPick(emoji)}
                    className="grid size-8.5 place-items-center rounded-sm hover:bg-hover max-sm:size-[calc((100vw-48px)/8)] max-sm:max-h-11 max-sm:max-w-11"
                  >
                    <span className="emoji text-[1.25rem] leading-none">{emoji}</span>
                  </button>
                ))}
              </fieldset>
            ))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
