import { useEffect, useRef } from 'react';

/** What closes gives the focus back by itself; that takes a moment. */
const SETTLED_MS = 100;

/** Calls back when the element with the focus has gone from the page, which would leave a keyboard nowhere. */
export function useLostFocus(onLost: () => void): void {
  const latest = useRef(onLost);
  latest.current = onLost;
  useEffect(() => {
    let focused: Element | null = document.activeElement;
    let timer = 0;
    const isLost = () => document.activeElement === document.body && focused?.isConnected === false;
    const onFocusIn = (event: FocusEvent) => {
      focused = event.target instanceof Element ? event.target : null;
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => isLost() && latest.current(), SETTLED_MS);
    });
    document.addEventListener('focusin', onFocusIn);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
      window.clearTimeout(timer);
    };
  }, []);
}
