import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol/objects.ts';
import { useSite } from '../site.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { CheckIcon, CloseIcon, SendIcon, SmileIcon } from '../ui/icons.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useTouch } from '../ui/media.ts';
import { ComposerFoot, type FootFacts } from './composer-foot.tsx';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { QuoteLines } from './message-bubble.tsx';
import type { Quoted } from './rows.ts';
import { lengthOf, readTyped } from './typed-text.ts';

const loadPicker = () => import('./emoji-picker.tsx');
const EmojiPicker = lazyPart(loadPicker, (module) => module.EmojiPicker);

export interface ComposerHandle {
  focus(): void;
}

interface ComposerProps extends FootFacts {
  ref: Ref<ComposerHandle>;
  roomName: string;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  /** What the draft answers. */
  quoted: Quoted;
  /** One's own message that is being changed; its text takes the place of the draft meanwhile. */
  editing: Message | null;
  onSend: (text: string) => void;
  /** False where it could not be sent. */
  onEdit: (message: Message, text: string) => boolean;
  onCancelEdit: () => void;
  onEditLast: () => void;
  onTyping: () => void;
  isCut: boolean;
}

/** Where people write. What doesn't fit a message can't be sent, and says so before. */
export function Composer(props: ComposerProps) {
  const {
    ref,
    roomName,
    draft,
    onDraft,
    quoted,
    editing,
    onSend,
    onEdit,
    onCancelEdit,
    onEditLast,
    onTyping,
    waitSeconds,
  } = props;
  const charsMax = useSite().content_chars_max;
  const touch = useTouch();
  const area = useRef<HTMLTextAreaElement>(null);
  const emojiButton = useRef<HTMLButtonElement>(null);
  const [edited, setEdited] = useState<{ id: string; text: string } | null>(null);
  const [picking, setPicking] = useState(false);
  const text = editing === null ? draft.text : edited?.id === editing.id ? edited.text : editing.content;
  const length = lengthOf(text, charsMax);
  const typed = readTyped(text, charsMax);
  const isHeld = waitSeconds > 0 && editing === null;
  const maySend = typed.ok && !isHeld;

  useImperativeHandle(ref, () => ({ focus: () => area.current?.focus() }));

  // Grows with its text up to six lines; `field-sizing` is not everywhere yet.
  useLayoutEffect(() => {
    const box = area.current;
    if (box === null || text === box.dataset.sized) return;
    box.dataset.sized = text;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  });

  const write = (next: string) => {
    if (editing !== null) return setEdited({ id: editing.id, text: next });
    onDraft({ ...draft, text: next });
    if (next.trim() !== '') onTyping();
  };

  const submit = () => {
    area.current?.focus();
    if (!typed.ok || isHeld) return;
    if (editing === null) {
      onSend(typed.text);
      return onDraft(EMPTY_DRAFT);
    }
    if (typed.text !== editing.content && !onEdit(editing, typed.text)) return;
    setEdited(null);
    onCancelEdit();
  };

  const cancel = () => {
    setEdited(null);
    if (editing !== null) onCancelEdit();
    else onDraft({ ...draft, reply_to: null });
    area.current?.focus();
  };

  const insert = (emoji: string) => {
    const box = area.current;
    if (box === null) return;
    const { selectionStart: from, selectionEnd: to } = box;
    write(text.slice(0, from) + emoji + text.slice(to));
    setPicking(false);
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(from + emoji.length, from + emoji.length);
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey && !touch) submit();
    else if (event.key === 'ArrowUp' && text === '' && !event.altKey && !event.shiftKey) onEditLast();
    else if (event.key === 'Escape' && (editing !== null || draft.reply_to !== null)) cancel();
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={classes(
        'relative row-start-3 mx-auto w-full max-w-[calc(var(--col-log)+48px)] px-6 pt-1 pb-2 max-sm:px-2.5 max-sm:pb-[max(8px,env(safe-area-inset-bottom))]',
        props.isCut &&
          "before:absolute before:inset-x-[-50vw] before:top-0 before:border-t before:border-line before:content-['']",
      )}
    >
      <div className="rounded-[14px] border border-control bg-surface focus-within:border-focus focus-within:shadow-[0_0_0_1px_var(--c-focus)] forced-colors:focus-within:outline-2">
        {(editing !== null || draft.reply_to !== null) && (
          <div className="flex items-center gap-2 pt-2 pr-1.5 pl-3.5">
            <div className="min-w-0 flex-1">
              {editing === null ? (
                <QuoteLines quoted={quoted} />
              ) : (
                <span className="block border-s-2 border-accent ps-[9px] text-sm font-medium text-accent-text">
                  Editing your message
                </span>
              )}
            </div>
            <IconButton
              size="sm"
              label={editing === null ? 'Cancel reply' : 'Cancel editing'}
              icon={<CloseIcon size="sm" />}
              onClick={cancel}
            />
          </div>
        )}
        <div className="flex items-end gap-1 p-[5px] max-sm:p-[3px]">
          <IconButton
            ref={emojiButton}
            label="Insert emoji"
            tip={picking ? 'none' : 'above'}
            icon={<SmileIcon />}
            aria-haspopup="dialog"
            aria-expanded={picking}
            onPointerEnter={loadPicker}
            onClick={() => setPicking(true)}
          />
          <textarea
            ref={area}
            id="composer"
            rows={1}
            value={text}
            dir="auto"
            onChange={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            aria-label={`Message ${roomName}`}
            aria-describedby="composer-note"
            aria-invalid={length.level === 'over' || undefined}
            placeholder="Message"
            autoComplete="off"
            enterKeyHint={touch ? 'enter' : 'send'}
            className="block max-h-38 min-h-9 min-w-0 flex-1 resize-none bg-transparent px-1 py-[7px] text-md outline-none [scrollbar-width:thin] max-sm:min-h-11 max-sm:px-0.5 max-sm:py-[11px] max-sm:text-[1rem]"
          />
          <button
            type="button"
            aria-label={editing === null ? 'Send' : 'Save'}
            aria-disabled={!maySend}
            onClick={submit}
            className="grid size-9 flex-none place-items-center rounded-[10px] bg-accent text-on-accent transition-colors duration-(--dur-1) hover:bg-accent-hover aria-disabled:cursor-not-allowed aria-disabled:bg-hover aria-disabled:text-ink-3 max-sm:size-11 forced-colors:border"
          >
            {editing === null ? <SendIcon /> : <CheckIcon />}
          </button>
        </div>
      </div>
      <ComposerFoot {...props} isHeld={isHeld} length={text === '' ? null : length} />
      {picking && (
        <EmojiPicker
          label="Insert emoji"
          anchor={emojiButton}
          side="top"
          align="start"
          onPick={insert}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}
