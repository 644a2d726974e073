/** The icons: 20 px paths drawn with the current colour. Always beside a word or in a labelled button, so hidden from screen readers. */
import { Icon, type IconProps } from './icon.tsx';

export const InviteIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="7" r="3" />
    <path d="M2.25 16.5c0-2.9 2.5-4.75 5.75-4.75 1 0 1.9.2 2.7.5M15 11.75v5.5M12.25 14.5h5.5" />
  </Icon>
);

export const MoreIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="4.75" cy="10" r="1.35" fill="currentColor" stroke="none" />
    <circle cx="10" cy="10" r="1.35" fill="currentColor" stroke="none" />
    <circle cx="15.25" cy="10" r="1.35" fill="currentColor" stroke="none" />
  </Icon>
);

export const ShieldIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 2.75l6.25 2.25v4.5c0 3.9-2.6 6.5-6.25 7.75-3.65-1.25-6.25-3.85-6.25-7.75V5z" />
  </Icon>
);

export const LockIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="4.25" y="8.75" width="11.5" height="8.25" rx="2.25" />
    <path d="M7 8.75V6.25a3 3 0 0 1 6 0v2.5" />
  </Icon>
);

export const EyeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.25 10S5 4.75 10 4.75 17.75 10 17.75 10 15 15.25 10 15.25 2.25 10 2.25 10z" />
    <circle cx="10" cy="10" r="2.25" />
  </Icon>
);

export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 10.75 8 14.75 16 5.5" />
  </Icon>
);

export const WarnIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 3.25 17.5 16.25h-15zM10 8v3.75" />
    <circle cx="10" cy="13.9" r=".9" fill="currentColor" stroke="none" />
  </Icon>
);

export const BanIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M5.1 5.1l9.8 9.8" />
  </Icon>
);

export const TrashIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.75 5.75h12.5M7.75 5.75V4.25a1 1 0 0 1 1-1h2.5a1 1 0 0 1 1 1v1.5M5.25 5.75l.7 9.6A1.75 1.75 0 0 0 7.7 17h4.6a1.75 1.75 0 0 0 1.75-1.65l.7-9.6" />
  </Icon>
);

export const ClockIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4l2.6 1.6" />
  </Icon>
);

export const SmileIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M6.9 11.8c.7 1.2 1.8 1.8 3.1 1.8s2.4-.6 3.1-1.8" />
    <circle cx="7.6" cy="8" r=".95" fill="currentColor" stroke="none" />
    <circle cx="12.4" cy="8" r=".95" fill="currentColor" stroke="none" />
  </Icon>
);

export const SendIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 16V4.5M5 9.25l5-5 5 5" />
  </Icon>
);

export const HourglassIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 3h9M5.5 17h9M6.5 3c0 3.8 2.3 5 3.5 7-1.2 2-3.5 3.2-3.5 7M13.5 3c0 3.8-2.3 5-3.5 7 1.2 2 3.5 3.2 3.5 7" />
  </Icon>
);

export const PeopleIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="7.5" cy="7" r="2.75" />
    <path d="M2.25 16c0-2.7 2.3-4.5 5.25-4.5s5.25 1.8 5.25 4.5M13 4.5a2.7 2.7 0 0 1 0 5M14.9 11.9c1.7.6 2.85 2.1 2.85 4.1" />
  </Icon>
);

export const ShareIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 12.5V3.5M6.75 6.5 10 3.25l3.25 3.25M6 9H5.25A1.25 1.25 0 0 0 4 10.25v5.5A1.25 1.25 0 0 0 5.25 17h9.5A1.25 1.25 0 0 0 16 15.75v-5.5A1.25 1.25 0 0 0 14.75 9H14" />
  </Icon>
);

export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="7" y="7" width="9.75" height="9.75" rx="2" />
    <path d="M13 7V5.25a2 2 0 0 0-2-2H5.25a2 2 0 0 0-2 2V11a2 2 0 0 0 2 2H7" />
  </Icon>
);

export const CloseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 5l10 10M15 5 5 15" />
  </Icon>
);

export const ChevronDownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 8l4.5 4.5L14.5 8" />
  </Icon>
);

export const ChevronLeftIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 5.5 7.5 10l4.5 4.5" />
  </Icon>
);

export const DiceIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="3.25" y="3.25" width="13.5" height="13.5" rx="3.25" />
    <circle cx="7" cy="7" r="1.1" fill="currentColor" stroke="none" />
    <circle cx="13" cy="7" r="1.1" fill="currentColor" stroke="none" />
    <circle cx="10" cy="10" r="1.1" fill="currentColor" stroke="none" />
    <circle cx="7" cy="13" r="1.1" fill="currentColor" stroke="none" />
    <circle cx="13" cy="13" r="1.1" fill="currentColor" stroke="none" />
  </Icon>
);

export const ReplyIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 4.75 3.5 9.25 8 13.75M3.75 9.25h6.5a6 6 0 0 1 6 6v.5" />
  </Icon>
);

export const EditIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12.75 4.25a1.4 1.4 0 0 1 2 0l1 1a1.4 1.4 0 0 1 0 2L7.5 15.5 4 16l.5-3.5zM11.25 5.75l3 3" />
  </Icon>
);

export const FlameIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 2.75c.5 3 4.9 4.9 4.9 9.3a4.9 4.9 0 0 1-9.8 0c0-1.9.85-3.2 1.9-4.2.2 1.3.8 2 1.6 2.3C8.5 7.5 9 4.8 10 2.75z" />
  </Icon>
);

export const SlidersIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.25 6.5h7M15 6.5h1.75M3.25 13.5H5M9.75 13.5h7" />
    <circle cx="12.75" cy="6.5" r="2.1" />
    <circle cx="7.25" cy="13.5" r="2.1" />
  </Icon>
);

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="9" cy="9" r="5.25" />
    <path d="M13 13l3.75 3.75" />
  </Icon>
);

export const SunIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="3.25" />
    <path d="M10 2.5v1.25M10 16.25v1.25M2.5 10h1.25M16.25 10h1.25M4.7 4.7l.9.9M14.4 14.4l.9.9M4.7 15.3l.9-.9M14.4 5.6l.9-.9" />
  </Icon>
);

export const MoonIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M16.5 11.6A6.75 6.75 0 0 1 8.4 3.5a6.75 6.75 0 1 0 8.1 8.1z" />
  </Icon>
);

export const ArrowDownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M10 4v12M5 11l5 5 5-5" />
  </Icon>
);

export const OfflineIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 8.3a11 11 0 0 1 3.2-2.2M9 5a11 11 0 0 1 8.5 3.3M5.25 11.3a7 7 0 0 1 2.9-1.75M12.4 9.8a7 7 0 0 1 2.35 1.5M3.5 3.5l13 13" />
    <circle cx="10" cy="14.75" r="1.2" fill="currentColor" stroke="none" />
  </Icon>
);

export const RefreshIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M16 10a6 6 0 1 1-1.85-4.35M16.25 3.25v3.25H13" />
  </Icon>
);

export const WipeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8.25 16.5h8.5M7 16.5 3.75 13.25a1.25 1.25 0 0 1 0-1.75l7.5-7.5a1.25 1.25 0 0 1 1.75 0l3.25 3.25a1.25 1.25 0 0 1 0 1.75L9 16.25a1 1 0 0 1-.7.25zM7.5 7.75l5 5" />
  </Icon>
);

export const LeaveIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 16.75H5a1.25 1.25 0 0 1-1.25-1.25v-11A1.25 1.25 0 0 1 5 3.25h3M12.75 13.5 16.25 10l-3.5-3.5M16.25 10H8" />
  </Icon>
);

export const InfoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9.25v4" />
    <circle cx="10" cy="6.6" r=".95" fill="currentColor" stroke="none" />
  </Icon>
);

export const DoorIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.25 17h13.5M5.25 17V4.5A1.25 1.25 0 0 1 6.5 3.25h7a1.25 1.25 0 0 1 1.25 1.25V17" />
    <circle cx="12" cy="10.5" r="1.1" fill="currentColor" stroke="none" />
  </Icon>
);

export const QrIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="3.25" y="3.25" width="5.5" height="5.5" rx="1" />
    <rect x="11.25" y="3.25" width="5.5" height="5.5" rx="1" />
    <rect x="3.25" y="11.25" width="5.5" height="5.5" rx="1" />
    <path d="M11.5 11.5h2v2M16.5 11.5v5h-2M11.5 16.5h.5" />
  </Icon>
);

export const MuteIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 13.75h9.75M6.25 13.5V9c0-.5.08-1 .25-1.45M8.3 5.25A3.9 3.9 0 0 1 13.75 9v3M8.5 16.5h3M3.5 3.5l13 13" />
  </Icon>
);

export const FlagIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.75 17.25V3.25M4.75 4c3.5-1.8 6.8 1.6 10.75 0v7.75c-3.95 1.6-7.25-1.8-10.75 0" />
  </Icon>
);
