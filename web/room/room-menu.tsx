import type { Member } from '../../protocol/objects.ts';
import { InviteIcon, LeaveIcon, MoonIcon, MoreIcon, SlidersIcon, SunIcon, WipeIcon } from '../ui/icons.tsx';
import { usePhone } from '../ui/media.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import { chooseTheme, useTheme } from '../ui/theme.ts';
import { openWipe } from '../wipe/wipe-state.ts';
import { mayModerate } from './may.ts';
import type { PanelName } from './panel-names.ts';
import type { RoomDialog } from './room-dialogs.tsx';

interface RoomMenuProps {
  me: Member;
  onPanel: (panel: PanelName) => void;
  onDialog: (dialog: RoomDialog) => void;
}

export function RoomMenu({ me, onPanel, onDialog }: RoomMenuProps) {
  const phone = usePhone();
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  const invite = { label: 'Invite', icon: <InviteIcon />, onSelect: () => onPanel('invite') };
  const settings = { label: 'Room settings', icon: <SlidersIcon />, onSelect: () => onPanel('settings') };
  return (
    <MenuButton
      label="Room menu"
      icon={<MoreIcon />}
      groups={[
        [...(phone ? [invite] : []), ...(mayModerate(me) ? [settings] : [])],
        [
          {
            label: `Switch to ${other}`,
            icon: other === 'dark' ? <MoonIcon /> : <SunIcon />,
            onSelect: () => chooseTheme(other),
          },
        ],
        [
          { label: 'Leave room…', icon: <LeaveIcon />, danger: true, onSelect: () => onDialog('leave') },
          { label: 'Forget me…', icon: <WipeIcon />, danger: true, onSelect: openWipe },
        ],
      ]}
    />
  );
}
