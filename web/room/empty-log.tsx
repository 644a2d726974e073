import { Button } from '../ui/button.tsx';
import { CopyIcon, QrIcon } from '../ui/icons.tsx';
import { copyLink } from './invite-link.ts';

interface EmptyLogProps {
  code: string;
  alone: boolean;
  /** There were messages; retention has deleted them. */
  hadMessages: boolean;
  onShowCode: () => void;
}

/** A room in which there is nothing to read. */
export function EmptyLog({ code, alone, hadMessages, onShowCode }: EmptyLogProps) {
  return (
    <div className="mx-auto my-auto flex max-w-[25rem] flex-col items-start py-8">
      <h2 className="text-2xl leading-[1.9rem] font-semibold tracking-[-0.022em] text-balance">
        {hadMessages ? 'Everything said here has vanished' : 'Nothing said yet'}
      </h2>
      <p className="mt-2 text-md leading-[1.45rem] text-pretty text-ink-2">
        {alone && 'You’re the only one here. Send the link to the people you want to talk to. '}
        Who comes later can read back as far as the timer allows. Only what somebody reports is kept longer, for those
        who moderate.
      </p>
      <div className="mt-6 flex flex-wrap gap-2 max-sm:w-full max-sm:*:h-11 max-sm:*:flex-1">
        <Button kind="solid" icon={<CopyIcon />} onClick={() => void copyLink(code)}>
          Copy invite link
        </Button>
        <Button icon={<QrIcon />} onClick={onShowCode}>
          Show code
        </Button>
      </div>
    </div>
  );
}
