import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** `end`: at the newest message; `near`: not far from it; `away`: far enough to offer the way back. */
export type EndDistance = 'end' | 'near' | 'away';

/** Nearer than this is the end: subpixels and the bounce of a finger. */
const END_PX = 48;
const AWAY_PX = 200;
/** The list measures rows after they were put in; what moves meanwhile is not the reader. */
const SETTLING_MS = 120;

/** Keeps a scrolled box at its end while it is there, whatever grows in it or around it, and says how far away it is. */
export function useEnd(
  scroller: RefObject<HTMLElement | null>,
  inner: RefObject<HTMLElement | null>,
  content: unknown,
  onDistance: (distance: EndDistance) => void,
) {
  const atEnd = useRef(true);
  const settleUntil = useRef(0);
  const lastTop = useRef(0);
  const told = useRef<EndDistance>('end');
  const tellRef = useRef(onDistance);
  tellRef.current = onDistance;

  const tell = useCallback((distance: EndDistance) => {
    if (told.current === distance) return;
    told.current = distance;
    tellRef.current(distance);
  }, []);

  const hold = useCallback(() => {
    const box = scroller.current;
    settleUntil.current = performance.now() + SETTLING_MS;
    if (box === null || !atEnd.current) return;
    box.scrollTop = box.scrollHeight;
    lastTop.current = box.scrollTop;
    tell('end');
  }, [scroller, tell]);

  useLayoutEffect(() => {
    if (content !== null) hold();
  }, [content, hold]);

  useEffect(() => {
    const box = scroller.current;
    const grown = inner.current;
    if (box === null || grown === null) return;
    const resized = new ResizeObserver(hold);
    resized.observe(box);
    resized.observe(grown);
    const scrolled = () => {
      const left = box.scrollHeight - box.clientHeight - box.scrollTop;
      const wentUp = box.scrollTop < lastTop.current;
      lastTop.current = box.scrollTop;
      if (left < END_PX) atEnd.current = true;
      else if (wentUp && performance.now() > settleUntil.current) atEnd.current = false;
      else if (atEnd.current) return;
      tell(atEnd.current ? 'end' : left > AWAY_PX ? 'away' : 'near');
    };
    // A hand on the wheel or the glass counts at once, also while rows are still settling.
    const taken = () => {
      settleUntil.current = 0;
    };
    box.addEventListener('scroll', scrolled, { passive: true });
    box.addEventListener('wheel', taken, { passive: true });
    box.addEventListener('touchmove', taken, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', scrolled);
      box.removeEventListener('wheel', taken);
      box.removeEventListener('touchmove', taken);
    };
  }, [scroller, inner, hold, tell]);

  return {
    isAtEnd: useCallback(() => atEnd.current, []),
    go: useCallback(() => {
      atEnd.current = true;
      hold();
      // Rows that were never measured are measured on the way.
      requestAnimationFrame(hold);
    }, [hold]),
    /** Something else is to be looked at. */
    leave: useCallback(() => {
      atEnd.current = false;
      // It may be in view at the end: then nothing was left.
      requestAnimationFrame(() => {
        const box = scroller.current;
        if (box !== null && box.scrollHeight - box.clientHeight - box.scrollTop < END_PX) atEnd.current = true;
      });
    }, [scroller]),
  };
}
