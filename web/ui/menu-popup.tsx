/** The open menu brings Base UI with it: `MenuButton` fetches this when it is first needed; so should others (`lazyPart`). */
import { Menu } from '@base-ui/react/menu';
import { Fragment, type ReactNode, type RefObject } from 'react';
import { classes } from './classes.ts';

export interface MenuItem {
  /** Unlike the others of this menu. */
  label: string;
  /** The same as it is drawn, where a name in it has to be set apart from the words around. */
  words?: ReactNode;
  icon?: ReactNode;
  /** A key that does the same, shown beside a mouse. */
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
}

interface MenuPopupProps {
  /** What it hangs on: an element, or a place on the screen. */
  anchor: RefObject<HTMLElement | null> | { getBoundingClientRect: () => DOMRect };
  label: string;
  /** A line is drawn between groups; empty ones are left out. */
  groups: readonly (readonly MenuItem[])[];
  /** Drawn above the items: the member or message that they act on. */
  header?: ReactNode;
  footer?: ReactNode;
  side?: 'bottom' | 'top' | 'left' | 'right';
  align?: 'start' | 'center' | 'end';
  onClose: () => void;
  /** What gets the focus afterwards; by default what had it before. */
  finalFocus?: RefObject<HTMLElement | null>;
}

/** A popover beside a mouse, a sheet from the bottom on a phone. Drawn while it is open. */
export function MenuPopup({
  anchor,
  label,
  groups,
  header,
  footer,
  side = 'bottom',
  align = 'end',
  onClose,
  finalFocus,
}: MenuPopupProps) {
  return (
    <Menu.Root open onOpenChange={(open) => !open && onClose()}>
      <Menu.Portal>
        <Menu.Backdrop className="fixed inset-0 z-(--z-menu) animate-fade-in max-sm:bg-scrim" />
        <Menu.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-(--z-menu) max-sm:!fixed max-sm:!inset-x-0 max-sm:!top-auto max-sm:!bottom-0 max-sm:!transform-none"
        >
          <Menu.Popup
            aria-label={label}
            finalFocus={finalFocus}
            className="max-h-[min(80dvh,var(--available-height))] min-w-56 animate-rise overflow-auto rounded-lg bg-raised p-[5px] shadow-2 outline-none max-sm:max-h-[80dvh] max-sm:rounded-b-none max-sm:rounded-t-xl max-sm:px-2 max-sm:pt-2 max-sm:pb-[calc(12px+env(safe-area-inset-bottom))] max-sm:shadow-3 forced-colors:border"
          >
            {header !== undefined && (
              <>
                <div className="px-2.5 pt-[7px] pb-[9px]">{header}</div>
                <Line />
              </>
            )}
            {groups
              .filter((group) => group.length > 0)
              .map((group, index) => (
                <Fragment key={group[0]?.label}>
                  {index > 0 && <Line />}
                  {group.map((item) => (
                    <Item key={item.label} {...item} />
                  ))}
                </Fragment>
              ))}
            {footer !== undefined && (
              <div className="px-2.5 pt-1.5 pb-[7px] text-xs text-ink-3 max-sm:px-4">{footer}</div>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Line() {
  return <Menu.Separator className="my-[5px] -mx-[5px] border-t border-line max-sm:mx-1.5" />;
}

function Item({ label, words = label, icon, shortcut, danger = false, disabled = false, onSelect }: MenuItem) {
  return (
    <Menu.Item
      disabled={disabled}
      onClick={onSelect}
      className={classes(
        'flex min-h-8.5 w-full cursor-pointer items-center gap-2.5 rounded-[7px] px-2.5 text-left text-base outline-none data-disabled:cursor-default data-disabled:text-disabled data-highlighted:bg-hover max-sm:min-h-12 max-sm:gap-3.5 max-sm:px-3.5 max-sm:text-md forced-colors:data-highlighted:outline-3',
        danger && 'text-danger-text',
      )}
    >
      {icon !== undefined && <span className={danger ? undefined : 'text-ink-2'}>{icon}</span>}
      <span className="min-w-0 flex-1 truncate">{words}</span>
      {shortcut !== undefined && <span className="ml-4 text-xs text-ink-3 max-sm:hidden">{shortcut}</span>}
    </Menu.Item>
  );
}
