/** What the operator of this server has set. Asked for once, when the page is drawn; nothing waits for it. */
import { useEffect, useSyncExternalStore } from 'react';
import { CONTENT_CHARS_MAX, RETENTION_SECONDS } from '../protocol/limits.ts';
import type { Site } from '../protocol/objects.ts';
import { getSite } from './api.ts';

/** As shipped: holds until the server answers, and where it doesn't. It refuses what it doesn't allow anyway. */
let site: Site = {
  notice: '',
  room_creation: true,
  session_creation: true,
  retention_default_seconds: RETENTION_SECONDS.default,
  retention_max_seconds: RETENTION_SECONDS.max,
  content_chars_max: CONTENT_CHARS_MAX,
};
let isAsked = false;
const listeners = new Set<() => void>();

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  getSite().then(
    (answer) => {
      site = answer;
      for (const tell of listeners) tell();
    },
    () => {
      isAsked = false;
    },
  );
}

export function useSite(): Site {
  useEffect(ask, []);
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => site,
  );
}
