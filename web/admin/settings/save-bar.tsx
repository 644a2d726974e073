import { Button } from '../../ui/button.tsx';

interface SaveBarProps {
  count: number;
  /** What the changes take away. */
  losses: readonly string[];
  /** Why the last try failed, where no field says it. */
  failure: string | null;
  busy: boolean;
  onDiscard: () => void;
}

/** How much is unsaved, and what becomes of it. */
export function SaveBar({ count, losses, failure, busy, onDiscard }: SaveBarProps) {
  return (
    <div className="flex items-center gap-2 border-t border-line bg-warn-soft px-5 py-2.5 max-sm:flex-wrap max-sm:px-3 max-sm:pb-[calc(10px+env(safe-area-inset-bottom))]">
      <div role="status" className="min-w-0 flex-1 text-pretty max-sm:basis-full">
        <b className="mr-2">{count === 1 ? '1 unsaved change' : `${count} unsaved changes`}</b>
        <span className="text-ink-2">{losses.join(' ')}</span>
        {failure !== null && <span className="block text-danger-text">{failure}</span>}
      </div>
      <Button kind="ghost" size="sm" onClick={onDiscard} className="max-sm:flex-1">
        Discard
      </Button>
      <Button kind="solid" size="sm" type="submit" form="settings" busy={busy && 'Saving…'} className="max-sm:flex-1">
        Save
      </Button>
    </div>
  );
}
