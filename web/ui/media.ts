import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Narrower than 640 px at the usual text size. */
export const usePhone = () => useMedia('(max-width: 39.99rem)');
/** 1024 px or wider: side panels stand beside the log and don't cover it. */
export const useDesktop = () => useMedia('(min-width: 64rem)');
/** The main pointer is a finger. */
export const useTouch = () => useMedia('(pointer: coarse)');
