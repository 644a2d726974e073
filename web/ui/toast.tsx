/** A word that something was done, for 4 s, one at a time. Never for an error that needs an answer. */
import { useEffect, useSyncExternalStore } from 'react';
import { CheckIcon } from './icons.tsx';

interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 4_000;
let shown: Toast | null = null;
const listeners = new Set<() => void>();

function show(toast: Toast | null): void {
  shown = toast;
  for (const tell of listeners) tell();
}

/** Takes the place of the toast that is there. `action` is an Undo or the like. */
export function toast(text: string, action?: Toast['action']): void {
  show(action === undefined ? { text } : { text, action });
}

/** Where toasts appear; once in the page, from the start, since a live region that comes with its text is not read out. */
export function Toaster() {
  const current = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => shown,
  );
  useEffect(() => {
    if (current === null) return;
    const timer = setTimeout(() => show(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-(--z-toast) flex justify-center"
    >
      {current !== null && (
        <div className="pointer-events-auto inline-flex min-h-10 animate-rise items-center gap-2 rounded-full bg-tip py-1 pr-3.5 pl-3 text-sm font-medium text-on-tip shadow-2 forced-colors:border">
          <CheckIcon size="sm" />
          {current.text}
          {current.action !== undefined && (
            <button
              type="button"
              className="touch-target ml-1 font-semibold underline underline-offset-3"
              onClick={() => {
                current.action?.run();
                show(null);
              }}
            >
              {current.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
