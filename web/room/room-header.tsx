import type { ReactNode, Ref } from 'react';
import { Link } from 'wouter';
import type { Room } from '../../protocol/objects.ts';
import { printRetention } from '../start/retention.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ChevronLeftIcon, EyeIcon, HourglassIcon, InviteIcon, LockIcon, PeopleIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/mark.tsx';
import type { Status } from './connection.ts';
import type { PanelName } from './panel-names.ts';

interface RoomHeaderProps {
  room: Room;
  status: Status;
  panel: PanelName | null;
  onPanel: (panel: PanelName) => void;
  inviteButton: Ref<HTMLButtonElement>;
  peopleButton: Ref<HTMLButtonElement>;
  /** The way to reports, blocks and settings; null for those who have no say in them. */
  moderation: ReactNode;
  menu: ReactNode;
  inert: boolean;
}

/** What the room is called, who can read it, how long it keeps things, and the ways to its panels. */
export function RoomHeader(props: RoomHeaderProps) {
  const { room, status, panel, onPanel, inviteButton, peopleButton, moderation, menu, inert } = props;
  const people = `People, ${room.member_count.toLocaleString('en')}`;
  const retention = printRetention(room.retention_seconds);
  const peopleProps = { 'aria-pressed': panel === 'people', onClick: () => onPanel('people') } as const;
  return (
    <header
      inert={inert}
      className="col-span-full flex h-15 min-w-0 items-center gap-3 border-b border-line bg-surface pr-[max(12px,env(safe-area-inset-right))] pl-[max(16px,env(safe-area-inset-left))] max-sm:h-[58px] max-sm:gap-1 max-sm:px-1"
    >
      <Link href="/" aria-label="All rooms" className="flex-none max-sm:hidden">
        <Mark className="size-7" />
      </Link>
      <Link
        href="/"
        aria-label="All rooms"
        className="grid size-11 flex-none place-items-center rounded-md text-ink-2 sm:hidden"
      >
        <ChevronLeftIcon />
      </Link>
      <div className="min-w-0 flex-1">
        <h1 className="flex items-center gap-2 text-md leading-5 font-semibold tracking-[-0.012em]">
          <bdi className="min-w-0 truncate">{room.name}</bdi>
          <span className="flex-none max-sm:hidden">
            <Badge icon={<EyeIcon size="xs" />}>Open</Badge>
          </span>
          {room.locked && (
            <Badge tone="warn" icon={<LockIcon size="xs" />}>
              Locked
            </Badge>
          )}
        </h1>
        <div className="mt-0.5 flex items-center gap-1.5 text-xs whitespace-nowrap text-ink-3">
          <span className="contents sm:hidden">
            <EyeIcon size="xs" />
            <span>Open</span>
            <span>·</span>
          </span>
          <HourglassIcon size="xs" className="max-sm:hidden" />
          <span className="min-w-0 truncate max-sm:hidden">Messages vanish after {retention}</span>
          <span className="min-w-0 truncate sm:hidden">gone after {retention}</span>
          <span className="max-sm:hidden">·</span>
          <span className="max-sm:hidden">
            <ConnectionWord status={status} />
          </span>
        </div>
      </div>
      <div className="flex flex-none items-center gap-1 max-sm:gap-0">
        <Button
          ref={inviteButton}
          icon={<InviteIcon />}
          aria-pressed={panel === 'invite'}
          onClick={() => onPanel('invite')}
          className="max-sm:hidden"
        >
          Invite
        </Button>
        <Button
          ref={peopleButton}
          kind="ghost"
          icon={<PeopleIcon />}
          aria-label={people}
          {...peopleProps}
          className="aria-pressed:bg-press max-sm:hidden"
        >
          <span className="tabular-nums">{room.member_count.toLocaleString('en')}</span>
        </Button>
        <IconButton label={people} icon={<PeopleIcon />} {...peopleProps} className="sm:hidden" />
        {moderation}
        {menu}
      </div>
    </header>
  );
}

const DOT = "before:block before:flex-none before:rounded-full before:content-[''] before:forced-color-adjust-none";

function ConnectionWord({ status }: { status: Status }) {
  const word =
    status.name === 'open'
      ? 'Connected'
      : status.name === 'offline'
        ? 'Offline'
        : status.name === 'connecting'
          ? 'Connecting'
          : 'Reconnecting';
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5',
        DOT,
        status.name === 'open' && 'before:size-[7px] before:bg-accent',
        status.name === 'offline' && 'text-warn-text before:size-[7px] before:border-[1.5px] before:border-warn',
        (status.name === 'connecting' || status.name === 'reconnecting') &&
          'text-warn-text before:size-[9px] before:border-[1.5px] before:border-warn-line before:border-t-warn motion-safe:before:animate-turn',
      )}
    >
      {word}
    </span>
  );
}
