/** Brings Base UI with it: fetched when it first opens. */
import { useState } from 'react';
import type { Member, Room } from '../../protocol/objects.ts';
import { ApiError, burnRoom, leaveRoom } from '../api.ts';
import { BurnQuestion } from '../ui/burn-question.tsx';
import { toast } from '../ui/toast.tsx';
import { BlockDialog, type BlockTarget } from './block-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { emptyDrawers } from './drawers.ts';
import { heirOf } from './heir.ts';
import type { Members } from './members.ts';

/** The two ways out for good, or who is to be kept out. */
export type RoomDialog = 'leave' | 'burn' | BlockTarget;

interface RoomDialogsProps {
  dialog: RoomDialog;
  room: Room;
  me: Member;
  members: Members;
  onClose: () => void;
  onInvite: () => void;
  /** Whether this person is about to end it here, which the socket will hear of first. */
  onLeaving: (leaving: boolean) => void;
  onLeft: () => void;
}

/** The questions that this room asks before it does something to people: each in a dialog of its own. */
export function RoomDialogs(props: RoomDialogsProps) {
  const { dialog, room, me, members, onClose, onInvite, onLeaving, onLeft } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const end = async (call: Promise<void>, said: string): Promise<void> => {
    setBusy(true);
    setError(null);
    onLeaving(true);
    try {
      await call;
      emptyDrawers(room.code);
      toast(said);
      onLeft();
    } catch (reason) {
      if (!(reason instanceof ApiError)) throw reason;
      onLeaving(false);
      setError(reason.detail);
      setBusy(false);
    }
  };

  if (typeof dialog === 'object') {
    return <BlockDialog target={dialog} room={room} onInvite={onInvite} onClose={onClose} />;
  }
  if (dialog === 'burn') {
    return (
      <BurnQuestion
        name={room.name}
        description={`Every message, every report, the invite and the member list are erased ${people(room)}. No one can undo it, not even the operator of this server.`}
        busy={busy}
        error={error}
        onBurn={() => void end(burnRoom(room.code), 'Room burned')}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      title={
        <>
          Leave <bdi>{room.name}</bdi>?
        </>
      }
      text={<LeaveText room={room} me={me} members={members} />}
      keep="Stay"
      act="Leave room"
      busy={busy && 'Leaving…'}
      error={error}
      onConfirm={() => void end(leaveRoom(room.code), 'You left the room')}
      onClose={onClose}
    />
  );
}

function LeaveText({ room, me, members }: { room: Room; me: Member; members: Members }) {
  const heir = me.role === 'owner' ? heirOf(members.values(), me.id) : null;
  return (
    <>
      Your messages stay until they vanish.{' '}
      {room.member_count === 1 ? (
        'You are the last one here: the room goes when its last message has vanished.'
      ) : (
        <>
          {heir !== null && (
            <>
              The room goes to <bdi>{heir.nickname}</bdi>.{' '}
            </>
          )}
          {me.role === 'owner' && heir === null && 'The room goes to whoever has been here longest. '}
          {room.locked
            ? 'While it is locked, you can’t come back.'
            : 'You can come back with the code, as somebody new.'}
        </>
      )}
    </>
  );
}

const people = (room: Room): string =>
  room.member_count === 1 ? 'now' : `now, for all ${room.member_count.toLocaleString('en')} people`;
