/** Dialogs bring Base UI with them: import this file only from parts that are fetched when they open (`lazyPart`). */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as PlainDialog } from '@base-ui/react/dialog';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';

interface DialogProps {
  open: boolean;
  /** Esc, the cross, or (unless `alert`) a press beside it. */
  onClose: () => void;
  title: ReactNode;
  /** Said when it opens; use it for what is about to happen. */
  description?: ReactNode;
  /** Asks for a decision: a press beside it does not close it, and it has no cross. */
  alert?: boolean;
  /** 528 or 432 px. */
  width?: 'wide' | 'narrow';
  /** What it becomes on a phone. */
  phone?: 'full' | 'sheet';
  children?: ReactNode;
  /** Buttons, the one that acts last. */
  footer?: ReactNode;
  /** Makes it a form. */
  onSubmit?: () => void;
  initialFocus?: RefObject<HTMLElement | null>;
  /** What gets the focus afterwards; by default what had it before. */
  finalFocus?: RefObject<HTMLElement | null>;
}

const POPUP =
  'flex flex-col bg-raised text-ink transition-[opacity,translate] duration-(--dur-3) ease-out data-starting-style:opacity-0 data-ending-style:opacity-0 data-ending-style:duration-(--dur-2) forced-colors:border sm:max-h-[calc(100dvh-48px)] sm:rounded-xl sm:shadow-3';

const WIDTHS = { wide: 'sm:w-[min(33rem,calc(100vw-48px))]', narrow: 'sm:w-[min(27rem,calc(100vw-48px))]' } as const;

const ON_PHONE = {
  full: 'max-sm:absolute max-sm:inset-0',
  sheet:
    'max-sm:absolute max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[96dvh] max-sm:rounded-t-xl max-sm:shadow-3 max-sm:data-starting-style:translate-y-full max-sm:data-ending-style:translate-y-full',
} as const;

export function Dialog(props: DialogProps) {
  const { open, onClose, alert = false, width = 'wide', phone = 'full', initialFocus, finalFocus } = props;
  const Parts = alert ? AlertDialog : PlainDialog;
  return (
    <Parts.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Parts.Portal>
        {/* As high as the dialog: of two that are open, the later one dims the earlier. */}
        <Parts.Backdrop className="fixed inset-0 z-(--z-dialog) bg-scrim transition-opacity duration-(--dur-3) data-ending-style:opacity-0 data-starting-style:opacity-0" />
        {/* Centred by a grid: a translation by half would blur dialogs with an odd height. */}
        <Parts.Viewport className="fixed inset-0 z-(--z-dialog) sm:grid sm:place-items-center">
          <Parts.Popup
            initialFocus={initialFocus}
            finalFocus={finalFocus}
            className={classes(POPUP, WIDTHS[width], ON_PHONE[phone])}
          >
            <Inside {...props} phone={phone} Title={Parts.Title} Description={Parts.Description} />
          </Parts.Popup>
        </Parts.Viewport>
      </Parts.Portal>
    </Parts.Root>
  );
}

interface InsideProps extends DialogProps {
  Title: typeof PlainDialog.Title;
  Description: typeof PlainDialog.Description;
}

function Inside({
  title,
  description,
  alert,
  phone,
  children,
  footer,
  onSubmit,
  onClose,
  Title,
  Description,
}: InsideProps) {
  const isFull = phone === 'full';
  const body = (
    <>
      <div
        className={classes(
          'flex items-center gap-2 pt-4.5 pr-4 pl-6 max-sm:pr-2 max-sm:pl-5',
          isFull && 'max-sm:min-h-15 max-sm:border-b max-sm:border-line max-sm:py-2',
        )}
      >
        <Title className="min-w-0 flex-1 text-lg leading-6 font-semibold tracking-[-0.014em]">{title}</Title>
        {!alert && <IconButton label="Close" icon={<CloseIcon />} tip="none" onClick={onClose} />}
      </div>
      <div
        className={classes(
          'grid min-h-0 gap-5 overflow-auto px-6 pt-4 pb-5 max-sm:px-5',
          isFull ? 'max-sm:flex-1 max-sm:content-start' : 'max-sm:gap-4 max-sm:pt-2',
        )}
      >
        {description !== undefined && <Description className="text-pretty text-ink-2">{description}</Description>}
        {children}
      </div>
      {footer !== undefined && (
        <div className="flex justify-end gap-2 border-t border-line px-6 py-3.5 max-sm:px-5 max-sm:pt-3 max-sm:pb-[calc(12px+env(safe-area-inset-bottom))] max-sm:*:h-11 max-sm:*:flex-1">
          {footer}
        </div>
      )}
    </>
  );
  if (onSubmit === undefined) return body;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      {body}
    </form>
  );
}
