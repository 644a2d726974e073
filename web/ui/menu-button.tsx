import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { lazyPart } from './lazy-part.tsx';
import type { MenuItem } from './menu-popup.tsx';

const loadPopup = () => import('./menu-popup.tsx');
const MenuPopup = lazyPart(loadPopup, (module) => module.MenuPopup);

interface MenuButtonProps {
  label: string;
  icon: ReactNode;
  size?: 'sm' | 'md';
  groups: readonly (readonly MenuItem[])[];
  header?: ReactNode;
  footer?: ReactNode;
  className?: string;
  /** −1 in a list with one tab stop. */
  tabIndex?: number | undefined;
  /** `none` where a tip would be cut off, as in a table that scrolls. */
  tip?: ComponentProps<typeof IconButton>['tip'];
}

/** A button that opens a menu. The menu's code is fetched when a hand comes near. */
export function MenuButton({ label, icon, size, groups, header, footer, className, tabIndex, tip }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        icon={icon}
        size={size}
        className={className}
        tabIndex={tabIndex}
        tip={tip}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={loadPopup}
        onFocus={loadPopup}
        onClick={() => setOpen(true)}
      />
      {open && (
        <MenuPopup
          anchor={button}
          finalFocus={button}
          label={label}
          groups={groups}
          header={header}
          footer={footer}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
