/** Asks before a page with unsaved changes is left: by a link, a key, the way back, or by closing the window. */
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import type { AroundNavHandler } from 'wouter';
import { lazyPart } from '../ui/lazy-part.tsx';

interface Guard {
  /** The address that must not be left. */
  here: string;
  /** Throws the changes away. */
  discard: () => void;
}

const ConfirmDialog = lazyPart(
  () => import('../room/confirm-dialog.tsx'),
  (module) => module.ConfirmDialog,
);

const listeners = new Set<() => void>();
let guard: Guard | null = null;
/** What goes on once the operator lets the changes go. */
let leaving: (() => void) | null = null;

// Registered with this file and so before the router's own: listeners of the window are called in that order, captured or not.
window.addEventListener('popstate', (event) => {
  const there = window.location.href;
  if (guard === null || there === guard.here) return;
  // Before the router hears of it: put the address back, and ask.
  event.stopImmediatePropagation();
  window.history.pushState(null, '', guard.here);
  ask(() => window.history.pushState(null, '', there));
});

/** For the router: every way that the panel itself offers comes through here. */
export const aroundNav: AroundNavHandler = (navigate, to, options) => {
  onceFree(() => navigate(to, options));
};

/** Goes at once where nothing is unsaved; otherwise when the operator lets the changes go. */
export function onceFree(go: () => void): void {
  if (guard === null) go();
  else ask(go);
}

/** While `unsaved`, leaving asks; `discard` is called when the answer is to go. It must stay the same function. */
export function useLeaveGuard(unsaved: boolean, discard: () => void): void {
  useEffect(() => {
    if (!unsaved) return;
    const mine = { here: window.location.href, discard };
    guard = mine;
    const stop = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stop);
    return () => {
      if (guard === mine) guard = null;
      window.removeEventListener('beforeunload', stop);
    };
  }, [unsaved, discard]);
}

/** Where the question appears. */
export function LeaveHost({ children }: { children: ReactNode }) {
  const go = useSyncExternalStore(subscribe, () => leaving);
  const leave = () => {
    guard?.discard();
    guard = null;
    setLeaving(null);
    go?.();
  };
  return (
    <>
      {children}
      {go !== null && (
        <ConfirmDialog
          title="Leave without saving?"
          text="The changes you made on this page are not saved."
          keep="Stay"
          act="Discard changes"
          busy={false}
          onConfirm={leave}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}

function ask(go: () => void): void {
  setLeaving(go);
}

function setLeaving(next: (() => void) | null): void {
  leaving = next;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
