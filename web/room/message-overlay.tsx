import type { Member, Room } from '../../protocol/objects.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import type { Clock } from './clock.ts';
import type { MessageWork } from './use-message-work.ts';

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

interface MessageOverlayProps {
  work: MessageWork;
  me: Member;
  room: Room;
  clock: Clock;
}

/** What is open over the log. Its code is fetched when it first opens. */
export function MessageOverlay({ work, me, room, clock }: MessageOverlayProps) {
  const { overlay, actions, closeOverlay } = work;
  if (overlay === null) return null;
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
      {overlay.what === 'delete' && (
        <ConfirmDialog
          title="Delete this message?"
          text={
            overlay.message.member_id === me.id
              ? 'It is erased now, for everyone. A line stays that says you deleted a message here.'
              : 'It is erased now, for everyone. A line stays that says a moderator removed a message here.'
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
