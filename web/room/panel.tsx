import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { mayModerate } from './may.ts';
import { PeoplePanel } from './people-panel.tsx';
import type { RoomDialogName } from './room-dialogs.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import type { RoomState } from './state.ts';
import type { LiveRoom } from './use-room.ts';

export type PanelName = 'people' | 'invite' | 'settings';

interface PanelProps {
  name: PanelName;
  live: LiveRoom;
  state: RoomState;
  room: Room;
  me: Member;
  onPanel: (name: PanelName) => void;
  onClose: () => void;
  onDialog: (dialog: RoomDialogName) => void;
}

const BODY = 'min-h-0 flex-1 overflow-auto [scrollbar-width:thin]';

/** Beside the log, over it on a tablet, and all of the screen on a phone. */
export function Panel(props: PanelProps) {
  const { name, room, me, onPanel, onClose } = props;
  const isSettings = name === 'settings' && mayModerate(me);
  const tabName = name === 'invite' ? 'invite' : 'people';
  const tabs = useRef<HTMLDivElement>(null);

  // Again when another tab is chosen: the focus belongs on it.
  useEffect(() => {
    const selector = name === 'settings' ? 'h2' : '[aria-selected=true]';
    tabs.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [name]);

  const onTabKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    onPanel(name === 'people' ? 'invite' : 'people');
  };
  const tab = (of: 'people' | 'invite', label: string, count?: number) => (
    <button
      type="button"
      role="tab"
      id={`tab-${of}`}
      aria-selected={name === of}
      aria-controls="panel-body"
      tabIndex={name === of ? 0 : -1}
      onClick={() => onPanel(of)}
      className="relative inline-flex h-9.5 items-center gap-1.5 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-0 aria-selected:after:-bottom-px aria-selected:after:h-0.5 aria-selected:after:rounded-[1px] aria-selected:after:bg-accent aria-selected:after:content-[''] max-sm:h-12 forced-colors:aria-selected:border-b-3"
    >
      {label}
      {count !== undefined && <span className="font-normal text-ink-3 tabular-nums">{count.toLocaleString('en')}</span>}
    </button>
  );

  return (
    <>
      {/* A press beside the panel closes it; the cross and Esc are there for everybody else. */}
      <div aria-hidden="true" onClick={onClose} className="fixed inset-0 top-15 z-(--z-panel) bg-scrim lg:hidden" />
      <aside
        aria-label={isSettings ? 'Room settings' : 'People and invite'}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onClose();
        }}
        className={classes(
          'z-(--z-panel) flex min-h-0 flex-col border-l border-line bg-panel max-lg:fixed max-lg:top-15 max-lg:right-0 max-lg:bottom-0 max-lg:max-w-full max-lg:shadow-3 max-sm:inset-0 max-sm:z-(--z-dialog) max-sm:w-auto max-sm:border-0 sm:max-lg:w-panel',
          isSettings && 'sm:max-lg:w-drawer',
        )}
      >
        <div className="flex items-center gap-2 border-b border-line pt-2.5 pr-2.5 pl-4 max-sm:pt-2 max-sm:pr-1">
          {isSettings ? (
            <div ref={tabs} className="flex h-9.5 min-w-0 flex-1 items-center max-sm:h-12">
              <h2 tabIndex={-1} className="font-medium">
                Room settings
              </h2>
            </div>
          ) : (
            <div
              ref={tabs}
              role="tablist"
              aria-label="People and invite"
              onKeyDown={onTabKey}
              className="flex min-w-0 flex-1 gap-5"
            >
              {tab('people', 'People', room.member_count)}
              {tab('invite', 'Invite')}
            </div>
          )}
          <IconButton label="Close panel" icon={<CloseIcon />} onClick={onClose} tip="none" />
        </div>
        {isSettings ? (
          <div className={classes(BODY, 'p-4')}>
            <SettingsPanel {...props} />
          </div>
        ) : (
          <div
            id="panel-body"
            role="tabpanel"
            aria-labelledby={`tab-${tabName}`}
            className={classes(BODY, tabName === 'people' ? 'px-2 pt-3 pb-4' : 'p-4')}
          >
            {tabName === 'invite' ? <InvitePanel {...props} /> : <PeoplePanel {...props} />}
          </div>
        )}
      </aside>
    </>
  );
}
