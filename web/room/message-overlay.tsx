import type { Member, Room } from '../../protocol/objects.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import type { Clock } from './clock.ts';
import type { Members } from './members.ts';
import type { MessageWork } from './use-message-work.ts';
import type { Mute } from './use-mute.ts';

const MessageMenu = lazyPart(
  () => import('./message-menu.tsx'),
  (module) => module.MessageMenu,
);
const EmojiPicker = lazyPart(
  () => import('./emoji-picker.tsx'),
  (module) => module.EmojiPicker,
);
const ConfirmDialog = lazyPart(
  () => import('./confirm-dialog.tsx'),
  (module) => module.ConfirmDialog,
);

const ReportDialog = lazyPart(
  () => import('./report-dialog.tsx'),
  (module) => module.ReportDialog,
);

interface MessageOverlayProps {
  members: Members;
  mute: Mute;
  work: MessageWork;
  me: Member;
  room: Room;
  clock: Clock;
}

/** What is open over the log. Its code is fetched when it first opens. */
export function MessageOverlay({ work, me, members, mute, room, clock }: MessageOverlayProps) {
  const { overlay, actions } = work;
  if (overlay === null) return null;
  const { what } = overlay;
  const closeOverlay = () => work.closeOverlay(what);
  return (
    <>
      {overlay.what === 'menu' && (
        <MessageMenu
          message={overlay.message}
          anchor={overlay.anchor}
          me={me}
          room={room}
          clock={clock}
          actions={actions}
          muted={mute.muted.has(overlay.message.member_id)}
          role={members.get(overlay.message.member_id)?.role}
          onClose={closeOverlay}
        />
      )}
      {overlay.what === 'emoji' && (
        <EmojiPicker
          label="React"
          anchor={overlay.anchor}
          onPick={(emoji) => {
            actions.react(overlay.message, emoji);
            closeOverlay();
          }}
          onClose={closeOverlay}
        />
      )}
      {overlay.what === 'report' && (
        <ReportDialog
          message={overlay.message}
          muted={mute.muted.has(overlay.message.member_id)}
          onMute={() => actions.toggleMute(overlay.message)}
          onClose={closeOverlay}
        />
      )}
      {overlay.what === 'delete' && (
        <ConfirmDialog
          title="Delete this message?"
          text={
            overlay.message.member_id === me.id
              ? 'It is erased now, for everyone; if somebody reported it, it stays with the report. A line stays here that says you deleted a message.'
              : 'It is erased now, for everyone; if somebody reported it, it stays with the report. A line stays here that says a moderator removed a message.'
          }
          keep="Keep it"
          act="Delete message"
          busy={false}
          onConfirm={() => work.confirmDelete(overlay.message)}
          onClose={closeOverlay}
        />
      )}
    </>
  );
}
