/** Leaving the panel. On a computer that others use, a sign-out that failed must not look like one that worked. */
import { useSyncExternalStore } from 'react';
import { ApiError, call } from '../../api.ts';
import { onceFree } from '../leave-guard.tsx';
import { forgetAnswers } from '../queries.ts';

type Attempt = 'none' | 'running' | 'failed';

const listeners = new Set<() => void>();
let attempt: Attempt = 'none';

/** Ends this sign-in, after asking about unsaved changes; the panel then shows the way in. */
export const signOut = () => onceFree(() => void endSignIn());

async function endSignIn(): Promise<void> {
  if (attempt === 'failed') set('running');
  try {
    await call<void>('POST', '/api/admin/logout/');
  } catch (error) {
    // Whoever is signed out already has what they wanted.
    if (!(error instanceof ApiError && error.code === 'unauthenticated')) return set('failed');
  }
  await forgetAnswers();
  set('none');
}

/** `running` only while a failed one is tried again. */
export const useSignOutAttempt = () =>
  useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => attempt,
  );

export function staySignedIn(): void {
  set('none');
}

function set(next: Attempt): void {
  attempt = next;
  for (const changed of listeners) changed();
}
