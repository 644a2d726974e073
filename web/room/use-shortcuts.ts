import { useEffect, useRef } from 'react';
import type { PanelName } from './panel-names.ts';

interface Shortcuts {
  togglePanel: (name: PanelName) => void;
  toUnread: () => void;
  toEnd: () => void;
}

/** The keys that work anywhere in the room: all with a modifier, so that nobody presses them by writing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { togglePanel, toUnread, toEnd } = latest.current;
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const key = event.key.toLowerCase();
      if (isCommand && !event.shiftKey && key === 'i') togglePanel('invite');
      else if (isCommand && event.shiftKey && key === 'p') togglePanel('people');
      else if (event.altKey && event.key === 'ArrowUp') toUnread();
      else if (event.altKey && event.key === 'ArrowDown') toEnd();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
