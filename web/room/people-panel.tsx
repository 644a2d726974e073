import { useEffect, useState } from 'react';
import { FULL_MEMBER_LIST_MAX } from '../../protocol/limits.ts';
import type { Member, Room } from '../../protocol/objects.ts';
import { ApiError, listMembers, updateMember } from '../api.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Badge } from '../ui/badge.tsx';
import { classes } from '../ui/classes.ts';
import { BanIcon, DoorIcon, MoreIcon, MuteIcon, ShieldIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuItem } from '../ui/menu-popup.tsx';
import { toast } from '../ui/toast.tsx';
import type { BlockTarget } from './block-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { mayBlock } from './may-answer.ts';
import { sortedMembers } from './members.ts';
import type { RoomState } from './state.ts';
import type { Mute } from './use-mute.ts';
import type { LiveRoom } from './use-room.ts';

interface PeoplePanelProps {
  live: LiveRoom;
  state: RoomState;
  room: Room;
  me: Member;
  mute: Mute;
  onBlock: (target: BlockTarget) => void;
}

const ROLE_NAMES = { owner: 'Owner', moderator: 'Moderator' } as const;

/** Who is in the room: owner, moderators, then by name. */
export function PeoplePanel({ live, state, room, me, mute, onBlock }: PeoplePanelProps) {
  const [heir, setHeir] = useState<Member | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isLarge = room.member_count > FULL_MEMBER_LIST_MAX;
  const members = sortedMembers(state.members.values());

  // In a large room the socket names those with a role only; the rest is asked for when somebody looks.
  useEffect(() => {
    if (!isLarge) return;
    let gone = false;
    listMembers(room.code)
      .then((all) => !gone && live.client.takeMembers(all))
      .catch((reason) => !gone && setError(sentence(reason)));
    return () => {
      gone = true;
    };
  }, [isLarge, room.code, live]);

  const give = async (member: Member, role: Member['role']): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await updateMember(room.code, member.id, { role });
      toast(
        role === 'owner' ? 'The room is handed over' : role === 'moderator' ? 'Moderator now' : 'No longer a moderator',
      );
      setHeir(null);
    } catch (reason) {
      setError(sentence(reason));
    } finally {
      setBusy(false);
    }
  };

  const menuOf = (member: Member): MenuItem[][] => {
    const toggle = () => mute.toggle(member.id);
    const isModerator = member.role === 'moderator';
    const roles: MenuItem[] = [
      {
        label: isModerator ? 'Take moderator role back' : 'Make moderator',
        icon: <ShieldIcon />,
        onSelect: () => void give(member, isModerator ? 'member' : 'moderator'),
      },
      { label: 'Hand over ownership…', icon: <DoorIcon />, onSelect: () => setHeir(member) },
    ];
    const { id, nickname } = member;
    const block = () => onBlock({ member_id: id, nickname, report_id: null });
    return [
      [{ label: mute.muted.has(id) ? 'Unmute' : 'Mute for me', icon: <MuteIcon />, onSelect: toggle }],
      me.role === 'owner' ? roles : [],
      mayBlock(me, id, member.role) ? [{ label: 'Block…', icon: <BanIcon />, danger: true, onSelect: block }] : [],
    ];
  };

  return (
    <>
      <p className="px-2 pb-1 text-xs text-ink-3">
        {room.online_count.toLocaleString('en')} of {room.member_count.toLocaleString('en')} here now
      </p>
      {error !== null && heir === null && (
        <p role="alert" className="px-2 py-1 text-sm text-danger-text">
          {error}
        </p>
      )}
      <ul>
        {members.map((member) => (
          <li
            key={member.id}
            className="group/member flex min-h-10.5 items-center gap-2.5 rounded-md py-1 pr-1.5 pl-2 hover:bg-hover max-sm:min-h-13"
          >
            <Avatar memberId={member.id} size={28} className="max-sm:size-9" />
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="flex min-w-0 items-center gap-1.5">
                <b className="min-w-0 truncate font-medium">
                  <bdi>{member.nickname}</bdi>
                </b>
                {member.id === me.id && <span className="text-ink-3">you</span>}
                {mute.muted.has(member.id) && (
                  <span title="Muted for you" className="text-ink-3">
                    <MuteIcon size="sm" />
                    <span className="sr-only">Muted for you</span>
                  </span>
                )}
              </span>
              <Presence online={member.online} />
            </span>
            {member.role !== 'member' && <Badge tone="outline">{ROLE_NAMES[member.role]}</Badge>}
            {member.id === me.id ? (
              <span className="w-7 flex-none max-sm:w-11" />
            ) : (
              <MenuButton
                label={`Actions for ${member.nickname}`}
                icon={<MoreIcon />}
                size="sm"
                className="opacity-0 group-focus-within/member:opacity-100 group-hover/member:opacity-100 aria-expanded:opacity-100 max-sm:opacity-100 pointer-coarse:opacity-100"
                header={
                  <span className="flex items-center gap-2.5">
                    <Avatar memberId={member.id} />
                    <b className="min-w-0 truncate">
                      <bdi>{member.nickname}</bdi>
                    </b>
                  </span>
                }
                groups={menuOf(member)}
              />
            )}
          </li>
        ))}
      </ul>
      {heir !== null && (
        <ConfirmDialog
          title={
            <>
              Hand the room to <bdi>{heir.nickname}</bdi>?
            </>
          }
          text="They can then change every setting, burn the room, and hand it on. You become a moderator, and can’t take it back."
          keep="Keep the room"
          act="Hand over"
          busy={busy && 'Handing over…'}
          error={error}
          onConfirm={() => void give(heir, 'owner')}
          onClose={() => {
            setHeir(null);
            setError(null);
          }}
        />
      )}
    </>
  );
}

function Presence({ online }: { online: boolean }) {
  return (
    <span className="flex items-center gap-1.5 text-xs text-ink-3">
      <span
        aria-hidden="true"
        className={classes('hue-safe size-1.5 rounded-full', online ? 'bg-accent' : 'border border-control')}
      />
      {online ? 'here' : 'away'}
    </span>
  );
}

function sentence(reason: unknown): string {
  if (reason instanceof ApiError) return reason.detail;
  throw reason;
}
