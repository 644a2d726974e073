import { useState } from 'react';
import type { RoomDetail } from '../../../protocol/admin-objects.ts';
import { copyText } from '../../room/invite-link.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { BanIcon, CopyIcon, MoreIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { banSession } from '../sessions/sessions-api.ts';
import { counted } from '../table/short.ts';

const BanDialog = lazyPart(
  () => import('../sessions/ban-dialog.tsx'),
  (module) => module.BanDialog,
);

const ROLES = { owner: 'Owner', moderator: 'Moderator', member: null } as const;
type Person = RoomDetail['members'][number];

/** Who is in the room, as far as the server lists them: owner and moderators first. */
export function RoomMembers({ room, onBanned }: { room: RoomDetail; onBanned: (memberId: string) => void }) {
  const [banning, setBanning] = useState<Person | null>(null);
  const unlisted = room.member_count - room.members.length;
  return (
    <section aria-labelledby="room-members" className="mt-5">
      <h3 id="room-members" className="mb-1 font-semibold">
        People
      </h3>
      <ul>
        {room.members.map((member) => {
          const role = ROLES[member.role];
          return (
            <li
              key={member.id}
              className="flex min-h-9 items-center gap-2 border-b border-line last:border-0 max-sm:min-h-12"
            >
              <Avatar memberId={member.id} size={20} />
              <bdi className="min-w-0 truncate">{member.nickname}</bdi>
              {role !== null && <Badge>{role}</Badge>}
              <span className="flex-1" />
              <span className="text-xs text-ink-3">{member.online ? 'here' : 'away'}</span>
              <MenuButton
                label={`Actions for ${member.nickname}`}
                icon={<MoreIcon />}
                size="sm"
                tip="none"
                groups={[
                  [
                    {
                      label: 'Copy session id',
                      icon: <CopyIcon />,
                      onSelect: () => void copyText(member.session_id, 'Session id copied'),
                    },
                    { label: 'Ban…', icon: <BanIcon />, danger: true, onSelect: () => setBanning(member) },
                  ],
                ]}
              />
            </li>
          );
        })}
      </ul>
      {unlisted > 0 && <p className="py-2 text-ink-3">and {counted(unlisted, 'more', 'more')}</p>}
      {banning !== null && (
        <BanDialog
          title={
            <>
              Ban <bdi>{banning.nickname}</bdi>?
            </>
          }
          onBan={async (order) => {
            await banSession(banning.session_id, order);
            onBanned(banning.id);
            toast('Banned');
          }}
          onClose={() => setBanning(null)}
        />
      )}
    </section>
  );
}
