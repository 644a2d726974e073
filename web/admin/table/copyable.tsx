import type { ReactNode } from 'react';
import { copyText } from '../../room/invite-link.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CopyIcon } from '../../ui/icons.tsx';

interface CopyableProps {
  /** What is copied, whole, whatever is shown of it. */
  text: string;
  /** What it is, in the words of the toast: `Id`. */
  what: string;
  children: ReactNode;
}

/** A fact that is needed elsewhere, with a button that copies it. */
export function Copyable({ text, what, children }: CopyableProps) {
  return (
    <span className="flex items-start gap-1">
      <span className="min-w-0 wrap-anywhere">{children}</span>
      {/* No higher than a line of text, so that the rows keep their distance. */}
      <span className="-my-[5px] flex-none max-sm:-my-[13px]">
        <IconButton
          size="sm"
          tip="none"
          label={`Copy ${what.charAt(0).toLowerCase()}${what.slice(1)}`}
          icon={<CopyIcon size="sm" />}
          onClick={() => void copyText(text, `${what} copied`)}
        />
      </span>
    </span>
  );
}

/** An id or hash. */
export function Mono({ children }: { children: string }) {
  return <span className="font-mono text-xs leading-4.5">{children}</span>;
}
