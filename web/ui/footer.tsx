import { openWipe } from '../wipe/wipe-state.ts';

/** Which server this is, and the way to leave no trace here. */
export function Footer({ forgetful = false }: { forgetful?: boolean }) {
  return (
    <footer className="flex flex-wrap items-center gap-x-5 gap-y-1.5 border-t border-line pt-5 pb-6 text-sm text-ink-3 max-sm:gap-y-1 max-sm:pb-5">
      <span className="min-w-0 flex-1 truncate max-sm:basis-full">{window.location.host}</span>
      {!forgetful && (
        <button
          type="button"
          onClick={openWipe}
          className="text-ink-2 underline-offset-3 hover:underline max-sm:min-h-11"
        >
          Forget me
        </button>
      )}
    </footer>
  );
}
