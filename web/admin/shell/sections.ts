import type { ReactNode } from 'react';
import type { Figures } from '../../../protocol/admin-objects.ts';
import type { IconProps } from '../../ui/icon.tsx';
import { DoorIcon, SlidersIcon } from '../../ui/icons.tsx';
import { AccountIcon, ChartIcon, DeviceIcon, FlagIcon, ListIcon } from './section-icons.tsx';

export interface Section {
  path: string;
  label: string;
  Icon: (props: IconProps) => ReactNode;
  /** After G, the key that goes there. */
  letter: string;
  /** The number beside the name. */
  count?: (now: Figures) => number;
  /** The number asks for something to be done, so it is loud and left out at 0. */
  urgent?: boolean;
}

export const SECTIONS: readonly Section[] = [
  { path: '/', label: 'Dashboard', Icon: ChartIcon, letter: 'd' },
  { path: '/reports', label: 'Reports', Icon: FlagIcon, letter: 'r', count: (now) => now.open_reports, urgent: true },
  { path: '/rooms', label: 'Rooms', Icon: DoorIcon, letter: 'o', count: (now) => now.rooms },
  { path: '/sessions', label: 'Sessions', Icon: DeviceIcon, letter: 's', count: (now) => now.sessions },
  { path: '/audit', label: 'Audit log', Icon: ListIcon, letter: 'a' },
  { path: '/settings', label: 'Settings', Icon: SlidersIcon, letter: 't' },
  { path: '/account', label: 'Account', Icon: AccountIcon, letter: 'c' },
];

/** The section to which a path below /admin belongs; a path deeper in it counts. */
export function isWithin(section: Section, path: string): boolean {
  return section.path === '/' ? path === '/' : path === section.path || path.startsWith(`${section.path}/`);
}
