/**
 * What is asked again by itself stops when the operator has gone: calls would keep the sign-in from ending, however long the
 * panel stands open on an empty desk.
 */
import { focusManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const AWAY_AFTER_MS = 10 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Called once. A hidden window counts as gone, too. */
export function watchPresence(): void {
  focusManager.setEventListener((setFocused) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      setFocused(document.visibilityState !== 'hidden');
      timer = setTimeout(() => setFocused(false), AWAY_AFTER_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    for (const sign of SIGNS) document.addEventListener(sign, look, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      for (const sign of SIGNS) document.removeEventListener(sign, look, { capture: true });
    };
  });
}

/** Whether somebody is there, as far as can be told. */
export const usePresent = () =>
  useSyncExternalStore(
    (changed) => focusManager.subscribe(changed),
    () => focusManager.isFocused(),
  );
