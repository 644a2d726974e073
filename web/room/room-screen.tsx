import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import { classes } from '../ui/classes.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { useDesktop, usePhone, useTouch } from '../ui/media.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import { MessageActionsProvider } from './actions.ts';
import { Announcer } from './announcer.tsx';
import { Composer, type ComposerHandle } from './composer.tsx';
import { ConnectionStrip } from './connection-strip.tsx';
import { EmptyLog } from './empty-log.tsx';
import { JumpPill } from './jump-pill.tsx';
import { mayModerate } from './may.ts';
import { type ListHandle, MessageList } from './message-list.tsx';
import { MessageOverlay } from './message-overlay.tsx';
import { NO_REPORTS } from './open-reports.ts';
import { isModeration, type PanelName } from './panel-names.ts';
import type { RoomView } from './room-client.ts';
import type { RoomDialog } from './room-dialogs.tsx';
import { RoomHeader } from './room-header.tsx';
import { RoomMenu } from './room-menu.tsx';
import { rowsOf } from './rows.ts';
import { freeAtMs, useSecondsUntil } from './slow-mode.ts';
import { useDraft } from './use-draft.ts';
import type { EndDistance } from './use-end.ts';
import { useMessageWork } from './use-message-work.ts';
import { useMute } from './use-mute.ts';
import { type LiveRoom, useRoomDrawer, useVisible } from './use-room.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTitle, useUnread } from './use-unread.ts';
import { useVanishing } from './use-vanishing.ts';

const Panel = lazyPart(
  () => import('./panel.tsx'),
  (module) => module.Panel,
);
const RoomDialogs = lazyPart(
  () => import('./room-dialogs.tsx'),
  (module) => module.RoomDialogs,
);

const ModerationButton = lazyPart(
  () => import('./moderation-button.tsx'),
  (module) => module.ModerationButton,
);

interface RoomScreenProps {
  live: LiveRoom;
  view: RoomView;
  room: Room;
  me: Member;
  refusal: string | null;
  onRefusal: (detail: string | null) => void;
  onLeaving: (leaving: boolean) => void;
  onLeft: () => void;
}

/** Header, log, composer and panels of a room that is open. */
export function RoomScreen({ live, view, room, me, refusal, onRefusal, onLeaving, onLeft }: RoomScreenProps) {
  const { client, clock } = live;
  const { state, unsent, status } = view;
  const [distance, setDistance] = useState<EndDistance>('end');
  const [chosenPanel, setPanel] = useState<PanelName | null>(null);
  const [reports, setReports] = useState(NO_REPORTS);
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const list = useRef<ListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const opener = useRef<HTMLElement | null>(null);
  const inviteButton = useRef<HTMLButtonElement>(null);
  const peopleButton = useRef<HTMLButtonElement>(null);
  const touch = useTouch();
  const phone = usePhone();
  const desktop = useDesktop();

  const visible = useVisible();
  const readDrawer = useRoomDrawer('read', room.code);
  const mute = useMute(useRoomDrawer('muted', room.code));
  const { unread, missed, clear } = useUnread(state, visible && distance === 'end', readDrawer, mute.muted);
  useTitle(visible ? 0 : missed);
  const { draft, setDraft } = useDraft(useRoomDrawer('draft', room.code));
  const rows = useMemo(() => rowsOf(state, unsent, unread, mute), [state, unsent, unread, mute]);
  const vanishingKeys = useVanishing(rows, room, clock);
  const waitSeconds = useSecondsUntil(freeAtMs(room, me, state.log.messages), clock);
  const work = useMessageWork({
    live,
    view,
    me,
    list,
    composer,
    draft,
    setDraft,
    rows,
    onRefusal,
    mute,
    onBlock: setDialog,
  });
  const lastOwn = () => state.log.messages.findLast((message) => message.member_id === me.id && !message.deleted);
  const quoted =
    draft.reply_to === null
      ? null
      : (state.log.messages.find((message) => message.id === draft.reply_to) ?? 'not_loaded');
  const waiting = unsent.filter((one) => one.state !== 'failed').length;

  useEffect(() => {
    // On touch the keyboard would cover what people came to read.
    if (!touch) composer.current?.focus();
  }, [touch]);

  const keepsOrder = mayModerate(me);
  const panel = keepsOrder || !isModeration(chosenPanel) ? chosenPanel : null;
  useEffect(() => {
    if (keepsOrder) return;
    // Whoever is no longer to keep order forgets what was reported.
    setReports(NO_REPORTS);
    setDialog((current) => (typeof current === 'object' ? null : current));
    if (!isModeration(chosenPanel)) return;
    setPanel(null);
    composer.current?.focus();
  }, [keepsOrder, chosenPanel]);

  const togglePanel = useCallback((name: PanelName) => {
    setPanel((current) => {
      if (current === null) opener.current = document.activeElement as HTMLElement | null;
      return current === name ? null : name;
    });
  }, []);
  const closePanel = () => {
    setPanel(null);
    opener.current?.focus();
  };
  const toUnread = () => {
    if (!list.current?.reveal('unread', {})) client.loadOlder();
  };
  const toEnd = () => list.current?.toEnd();
  useShortcuts({ togglePanel, toUnread, toEnd });

  const typists = [...state.typing.keys()]
    .filter((id) => !mute.muted.has(id))
    .map((id) => state.members.get(id)?.nickname)
    .filter((name) => name !== undefined);
  const isCovered = panel !== null && !desktop;

  return (
    <MessageActionsProvider value={work.actions}>
      <SkipLink target="composer">Skip to message box</SkipLink>
      <div
        className={classes(
          'grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] overflow-hidden bg-surface',
          panel !== null &&
            (isModeration(panel)
              ? 'lg:grid-cols-[minmax(0,1fr)_var(--col-drawer)]'
              : 'lg:grid-cols-[minmax(0,1fr)_var(--col-panel)]'),
        )}
      >
        <RoomHeader
          room={room}
          status={status}
          panel={panel}
          onPanel={togglePanel}
          inviteButton={inviteButton}
          peopleButton={peopleButton}
          moderation={
            keepsOrder && (
              // As wide as the button before that is there, so that nothing moves.
              <span className="size-(--h-md) flex-none">
                <ModerationButton
                  reports={reports}
                  panel={panel}
                  onPanel={togglePanel}
                  code={room.code}
                  heard={state.reports}
                  connected={status.name === 'open'}
                  onReports={setReports}
                />
              </span>
            )
          }
          inert={isCovered && phone}
          menu={<RoomMenu me={me} onPanel={togglePanel} onDialog={setDialog} />}
        />
        <main
          inert={isCovered}
          className="relative grid min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden"
        >
          <ConnectionStrip status={status} waiting={waiting} clock={clock} onTryNow={client.tryNow} />
          <MessageList
            ref={list}
            rows={rows}
            me={me}
            members={state.members}
            nowMs={clock.now()}
            vanishingKeys={vanishingKeys}
            onNearStart={client.loadOlder}
            onEnd={setDistance}
            onMessageKey={work.onMessageKey}
            onEscape={() => composer.current?.focus()}
            empty={
              state.ready && (
                <EmptyLog
                  code={room.code}
                  alone={room.member_count === 1}
                  hadMessages={state.log.knownTo > 0}
                  onShowCode={() => togglePanel('invite')}
                />
              )
            }
          />
          <div className="relative row-start-3">
            {(distance === 'away' || (distance === 'near' && missed > 0)) && (
              <JumpPill missed={missed} onJump={toEnd} />
            )}
            {refusal !== null && (
              <p role="alert" className="mx-auto max-w-log px-6 py-1 text-sm text-danger-text max-sm:px-4">
                {refusal}
              </p>
            )}
            <Composer
              ref={composer}
              roomName={room.name}
              draft={draft}
              onDraft={setDraft}
              quoted={quoted}
              editing={work.editing}
              onSend={(text) => {
                client.send(text, draft.reply_to);
                onRefusal(null);
                clear();
                toEnd();
              }}
              onEdit={work.saveEdit}
              onCancelEdit={work.cancelEdit}
              onEditLast={() => {
                const last = lastOwn();
                if (last !== undefined) work.actions.edit(last);
              }}
              onTyping={client.typing}
              typists={typists}
              waitSeconds={waitSeconds}
              slowModeSeconds={me.role === 'member' ? room.slow_mode_seconds : 0}
              queues={status.name === 'reconnecting' || status.name === 'offline'}
              isCut={distance !== 'end'}
            />
          </div>
        </main>
        {panel !== null && (
          <Panel
            name={panel}
            live={live}
            state={state}
            room={room}
            me={me}
            mute={mute}
            reports={reports}
            onReports={setReports}
            isAsking={dialog !== null}
            onPanel={setPanel}
            onClose={closePanel}
            onDialog={setDialog}
          />
        )}
      </div>
      <Announcer state={state} muted={mute.muted} clock={clock} />
      <MessageOverlay work={work} me={me} members={state.members} mute={mute} room={room} clock={clock} />
      {dialog !== null && (
        <RoomDialogs
          dialog={dialog}
          room={room}
          me={me}
          members={state.members}
          onClose={() => setDialog(null)}
          onInvite={() => setPanel('invite')}
          onLeaving={onLeaving}
          onLeft={onLeft}
        />
      )}
    </MessageActionsProvider>
  );
}
