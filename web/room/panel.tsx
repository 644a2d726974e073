import {
  type Dispatch,
  type KeyboardEvent,
  type ReactNode,
  type SetStateAction,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { useLostFocus } from '../ui/lost-focus.ts';
import { BlockedPanel } from './blocked-panel.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { countReported, type ReportList } from './open-reports.ts';
import { isModeration, type PanelName } from './panel-names.ts';
import { PeoplePanel } from './people-panel.tsx';
import { ReportsPanel } from './reports-panel.tsx';
import type { RoomDialog } from './room-dialogs.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import type { RoomState } from './state.ts';
import { useBlocks } from './use-blocks.ts';
import type { Mute } from './use-mute.ts';
import type { LiveRoom } from './use-room.ts';

interface PanelProps {
  name: PanelName;
  live: LiveRoom;
  state: RoomState;
  room: Room;
  me: Member;
  mute: Mute;
  reports: ReportList;
  onReports: Dispatch<SetStateAction<ReportList>>;
  /** A dialog is open: what it does may change what is listed here. */
  isAsking: boolean;
  onPanel: (name: PanelName) => void;
  onClose: () => void;
  onDialog: (dialog: RoomDialog) => void;
}

interface Tab {
  name: PanelName;
  label: string;
  count?: string | undefined;
}

/** Beside the log, over it on a tablet, and all of the screen on a phone. */
export function Panel(props: PanelProps) {
  const { name, live, state, room, me, reports, onPanel, onClose } = props;
  const isDrawer = isModeration(name);
  const blocks = useBlocks(room.code, isDrawer ? `${name === 'blocked'} ${props.isAsking}` : null);
  const label = isDrawer ? 'Moderation' : 'People and invite';
  const bar = useRef<HTMLDivElement>(null);
  const tabs: readonly Tab[] = isDrawer
    ? [
        { name: 'reports', label: 'Reports', count: reports.state === 'here' ? countReported(reports) : undefined },
        { name: 'blocked', label: 'Blocked', count: blocks.list?.length.toLocaleString('en') },
        { name: 'settings', label: 'Room settings' },
      ]
    : [
        { name: 'people', label: 'People', count: room.member_count.toLocaleString('en') },
        { name: 'invite', label: 'Invite' },
      ];

  const focusTab = useCallback(() => bar.current?.querySelector<HTMLElement>(`#tab-${name}`)?.focus(), [name]);
  // Again when another tab is chosen: the focus belongs on it.
  useEffect(() => focusTab(), [focusTab]);
  // Whom one has blocked is no longer in the list, nor the report that one has answered.
  useLostFocus(focusTab);

  const onTabKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = tabs.findIndex((tab) => tab.name === name);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onPanel(next.name);
  };

  const nowMs = live.clock.now();
  const insides: Record<PanelName, () => ReactNode> = {
    people: () => <PeoplePanel {...props} onBlock={props.onDialog} />,
    invite: () => <InvitePanel {...props} />,
    reports: () => (
      <ReportsPanel {...props} onBlock={props.onDialog} list={reports} members={state.members} nowMs={nowMs} />
    ),
    blocked: () => <BlockedPanel room={room} me={me} nowMs={nowMs} blocks={blocks} />,
    settings: () => <SettingsPanel {...props} />,
  };

  return (
    <>
      {/* A press beside the panel closes it; the cross and Esc are there for everybody else. */}
      <div aria-hidden="true" onClick={onClose} className="fixed inset-0 top-15 z-(--z-panel) bg-scrim lg:hidden" />
      <aside
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onClose();
        }}
        className={classes(
          'z-(--z-panel) flex min-h-0 flex-col border-l border-line bg-panel max-lg:fixed max-lg:top-15 max-lg:right-0 max-lg:bottom-0 max-lg:max-w-full max-lg:shadow-3 max-sm:inset-0 max-sm:z-(--z-dialog) max-sm:w-auto max-sm:border-0',
          isDrawer ? 'sm:max-lg:w-drawer' : 'sm:max-lg:w-panel',
        )}
      >
        <div className="flex items-center gap-2 border-b border-line pt-2.5 pr-2.5 pl-4 max-sm:pt-2 max-sm:pr-1">
          <div
            ref={bar}
            role="tablist"
            aria-label={label}
            onKeyDown={onTabKey}
            className="flex min-w-0 flex-1 gap-5 max-[22rem]:gap-3"
          >
            {tabs.map((tab) => (
              <TabButton key={tab.name} {...tab} selected={tab.name === name} onSelect={() => onPanel(tab.name)} />
            ))}
          </div>
          <IconButton
            label={isDrawer ? 'Close moderation' : 'Close panel'}
            icon={<CloseIcon />}
            onClick={onClose}
            tip="none"
          />
        </div>
        <div
          id="panel-body"
          role="tabpanel"
          aria-labelledby={`tab-${name}`}
          className={classes(
            'min-h-0 flex-1 overflow-auto [scrollbar-width:thin]',
            name === 'people' ? 'px-2 pt-3 pb-4' : 'p-4',
          )}
        >
          {insides[name]()}
        </div>
      </aside>
    </>
  );
}

interface TabButtonProps extends Tab {
  selected: boolean;
  onSelect: () => void;
}

function TabButton({ name, label, count, selected, onSelect }: TabButtonProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${name}`}
      aria-selected={selected}
      aria-controls="panel-body"
      tabIndex={selected ? 0 : -1}
      onClick={onSelect}
      className="relative inline-flex h-9.5 items-center gap-1.5 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-0 aria-selected:after:-bottom-px aria-selected:after:h-0.5 aria-selected:after:rounded-[1px] aria-selected:after:bg-accent aria-selected:after:content-[''] max-sm:h-12 forced-colors:aria-selected:border-b-3"
    >
      {label}
      {count !== undefined && <span className="font-normal text-ink-3 tabular-nums">{count}</span>}
    </button>
  );
}
