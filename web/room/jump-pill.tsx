import { ArrowDownIcon } from '../ui/icons.tsx';

/** The way back to the newest message, and how many came meanwhile. */
export function JumpPill({ missed, onJump }: { missed: number; onJump: () => void }) {
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute right-6 bottom-[calc(100%+12px)] z-(--z-sticky) inline-flex h-9 items-center gap-1.5 rounded-full bg-raised pr-3.5 pl-2.5 text-sm font-medium text-accent-text shadow-2 max-sm:right-3.5 max-sm:h-11 max-sm:pr-4 max-sm:pl-3 forced-colors:border"
    >
      <ArrowDownIcon size="sm" />
      {missed === 0 ? 'Latest' : missed === 1 ? '1 new message' : `${missed.toLocaleString('en')} new messages`}
    </button>
  );
}
