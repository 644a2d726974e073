/** The icons of the panel's sections, drawn like those in web/ui/icons.tsx. */
import { Icon, type IconProps } from '../../ui/icon.tsx';

export const ChartIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.25 16.75h13.5M5.5 13.5V10M10 13.5V4M14.5 13.5V7.5" />
  </Icon>
);

export const FlagIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4.75 17.25V3.25M4.75 4c3.5-1.8 6.8 1.6 10.75 0v7.75c-3.95 1.6-7.25-1.8-10.75 0" />
  </Icon>
);

export const DeviceIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="2.75" y="4" width="14.5" height="9.5" rx="1.75" />
    <path d="M7 16.75h6" />
  </Icon>
);

export const ListIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M7.5 5.5h9.25M7.5 10h9.25M7.5 14.5h9.25" />
    <circle cx="4" cy="5.5" r="1" fill="currentColor" stroke="none" />
    <circle cx="4" cy="10" r="1" fill="currentColor" stroke="none" />
    <circle cx="4" cy="14.5" r="1" fill="currentColor" stroke="none" />
  </Icon>
);

export const AccountIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="10" cy="6.75" r="3.25" />
    <path d="M3.75 17c.4-3.2 2.9-5 6.25-5s5.85 1.8 6.25 5" />
  </Icon>
);

export const MenuIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.25 6h13.5M3.25 10h13.5M3.25 14h13.5" />
  </Icon>
);
