/** Brings Base UI with it: fetched when it first opens. */
import { Menu } from '@base-ui/react/menu';
import { useEffect, useRef } from 'react';
import type { Member, Message, Room } from '../../protocol/objects.ts';
import { Avatar } from '../ui/avatar.tsx';
import {
  BanIcon,
  CopyIcon,
  EditIcon,
  FlagIcon,
  HourglassIcon,
  MuteIcon,
  ReplyIcon,
  SmileIcon,
  TrashIcon,
} from '../ui/icons.tsx';
import { nameColor } from '../ui/mask.ts';
import { usePhone } from '../ui/media.ts';
import { type MenuItem, MenuPopup } from '../ui/menu-popup.tsx';
import type { MessageActions } from './actions.ts';
import type { Clock } from './clock.ts';
import { QUICK_EMOJI } from './emoji.ts';
import { expiresAtMs } from './expiry.ts';
import { plainLine } from './markdown.ts';
import { mayDelete, mayEdit } from './may.ts';
import { mayBlock, mayReport } from './may-answer.ts';
import { span } from './time.ts';

interface MessageMenuProps {
  message: Message;
  anchor: HTMLElement;
  me: Member;
  room: Room;
  clock: Clock;
  actions: MessageActions;
  /** Of the author. */
  muted: boolean;
  role: Member['role'] | undefined;
  onClose: () => void;
}

/** All that can be done to a message: beside it, or on a phone as a sheet with the message on top. */
export function MessageMenu({ message, anchor, me, room, clock, actions, muted, role, onClose }: MessageMenuProps) {
  const phone = usePhone();
  const back = useRef<HTMLElement | null>(anchor.closest<HTMLElement>('[data-row]') ?? anchor);
  const nowMs = clock.now();
  const expiryMs = expiresAtMs(message, room);
  const editable = mayEdit(me, message, nowMs);
  const author = <bdi className="inline-block max-w-36 truncate align-bottom max-sm:max-w-48">{message.nickname}</bdi>;
  const writesOn = useRef(false);
  const write = (act: (message: Message) => void) => () => {
    writesOn.current = true;
    act(message);
  };
  useEffect(
    () => () => {
      // The menu takes the focus back to its item as it closes, and goes with it: the message box has it after that.
      if (writesOn.current) setTimeout(() => document.getElementById('composer')?.focus());
    },
    [],
  );
  const answers: MenuItem[] = [
    { label: 'Reply', icon: <ReplyIcon />, shortcut: 'R', onSelect: write(actions.reply) },
    { label: 'Copy text', icon: <CopyIcon />, shortcut: 'C', onSelect: () => actions.copy(message) },
    { label: 'More reactions…', icon: <SmileIcon />, onSelect: () => actions.openEmoji(message, anchor) },
  ];
  const changes: MenuItem[] = [];
  if (editable) changes.push({ label: 'Edit', icon: <EditIcon />, shortcut: 'E', onSelect: write(actions.edit) });
  if (mayDelete(me, message)) {
    const item = { icon: <TrashIcon />, shortcut: 'Del', danger: true, onSelect: () => actions.remove(message) };
    changes.push({ label: 'Delete for everyone…', ...item });
  }
  if (mayReport(me, message)) {
    const words = muted ? <>Unmute {author}</> : <>Mute {author} for me</>;
    changes.unshift({ label: 'Mute', words, icon: <MuteIcon />, onSelect: () => actions.toggleMute(message) });
    changes.push({ label: 'Report…', icon: <FlagIcon />, danger: true, onSelect: () => actions.report(message) });
  }
  if (mayBlock(me, message.member_id, role)) {
    const words = <>Block {author}…</>;
    changes.push({ label: 'Block', words, icon: <BanIcon />, danger: true, onSelect: () => actions.block(message) });
  }
  return (
    <MenuPopup
      anchor={anchor}
      side={phone ? 'bottom' : 'top'}
      align="start"
      label="Message actions"
      finalFocus={back}
      onClose={onClose}
      header={
        <>
          {phone && <Repeated message={message} />}
          <fieldset aria-label="React" className="-mx-1.5 -my-1 flex gap-0.5 max-sm:mx-0 max-sm:justify-between">
            {QUICK_EMOJI.map(({ emoji, name }) => (
              <Menu.Item
                key={emoji}
                aria-label={name}
                onClick={() => actions.react(message, emoji)}
                className="grid size-9 cursor-pointer place-items-center rounded-md outline-none data-highlighted:bg-hover max-sm:size-11 forced-colors:data-highlighted:outline-3"
              >
                <span className="emoji text-lg leading-none">{emoji}</span>
              </Menu.Item>
            ))}
          </fieldset>
        </>
      }
      groups={[answers, changes]}
      footer={
        expiryMs !== null && (
          <span className="flex items-center gap-2 border-t border-line pt-2 -mx-2.5 px-2.5">
            <HourglassIcon size="xs" />
            Vanishes in {span(expiryMs - nowMs)}
          </span>
        )
      }
    />
  );
}

function Repeated({ message }: { message: Message }) {
  return (
    <div className="mb-2 flex items-start gap-2 border-b border-line pb-2.5">
      <Avatar memberId={message.member_id} />
      <div className="min-w-0 flex-1">
        <div className="truncate text-sm font-semibold" style={{ color: nameColor(message.member_id) }}>
          <bdi>{message.nickname}</bdi>
        </div>
        <div dir="auto" className="mt-px line-clamp-3 text-base wrap-anywhere text-ink-2">
          {plainLine(message.content)}
        </div>
      </div>
    </div>
  );
}
