import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { IconButton } from '../../ui/icon-button.tsx';
import { LeaveIcon, MoonIcon, SunIcon } from '../../ui/icons.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { chooseTheme, useTheme } from '../../ui/theme.ts';
import { printCount } from './numbers.ts';
import { MenuIcon } from './section-icons.tsx';
import { SECTIONS } from './sections.ts';
import { signOut } from './sign-out.ts';
import { useNow } from './use-now.ts';

const loadPopup = () => import('../../ui/menu-popup.tsx');
const MenuPopup = lazyPart(loadPopup, (module) => module.MenuPopup);

/** The way to the sections on a phone: a button in the head that opens a sheet. */
export function SectionMenu() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [, goTo] = useLocation();
  const now = useNow();
  const otherTheme = useTheme() === 'dark' ? 'light' : 'dark';
  const reports = now?.open_reports ?? 0;
  return (
    <>
      <IconButton
        ref={button}
        label={
          reports === 0 ? 'Sections' : `Sections, ${printCount(reports)} open ${reports === 1 ? 'report' : 'reports'}`
        }
        icon={<MenuIcon />}
        count={reports}
        tip="none"
        className="sm:hidden"
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
          align="start"
          label="Sections"
          groups={[
            SECTIONS.map(({ path, label, Icon, count, urgent }) => {
              const number = now === undefined ? undefined : count?.(now);
              const shown = number !== undefined && !(urgent && number === 0);
              return {
                label: shown ? `${label}, ${printCount(number)}` : label,
                icon: <Icon />,
                onSelect: () => goTo(path),
              };
            }),
            [
              {
                label: `Switch to ${otherTheme}`,
                icon: otherTheme === 'dark' ? <MoonIcon /> : <SunIcon />,
                onSelect: () => chooseTheme(otherTheme),
              },
              { label: 'Sign out', icon: <LeaveIcon />, onSelect: signOut },
            ],
          ]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
