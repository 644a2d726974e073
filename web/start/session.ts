/** The session of this browser: asked for once, made only when somebody creates or joins a room. */
import { useEffect, useState } from 'react';
import type { Room, Session } from '../../protocol/objects.ts';
import { ApiError, createSession, listRooms, validateSession } from '../api.ts';
import { mayHaveSession } from './session-hint.ts';

/** `unknown` where the server didn't say: there may be one. */
export type KnownSession = Session | 'asking' | 'none' | 'unknown';

export interface Browser {
  session: KnownSession;
  /** The rooms that the session is in. */
  rooms: readonly Room[];
}

/** Asks once for the session and its rooms. That there is none is the usual answer, and no error. */
export function useBrowser(): Browser {
  const [browser, setBrowser] = useState<Browser>({ session: 'asking', rooms: [] });
  useEffect(() => {
    let gone = false;
    void askBrowser().then((found) => !gone && setBrowser(found));
    return () => {
      gone = true;
    };
  }, []);
  return browser;
}

async function askBrowser(): Promise<Browser> {
  if (!mayHaveSession()) return { session: 'none', rooms: [] };
  try {
    const session = await validateSession();
    const rooms = await listRooms().catch(() => []);
    return { session, rooms };
  } catch (error) {
    return { session: isUnauthenticated(error) ? 'none' : 'unknown', rooms: [] };
  }
}

/**
 * Makes a call that needs a session, making one first where there is none, or once more where the old one has ended.
 * A session that may be alive is never replaced.
 */
export async function withSession<Answer>(
  known: KnownSession,
  nickname: string,
  call: () => Promise<Answer>,
): Promise<Answer> {
  if (known === 'none') await createSession({ nickname });
  try {
    return await call();
  } catch (error) {
    if (known === 'none' || !isUnauthenticated(error)) throw error;
    await createSession({ nickname });
    return call();
  }
}

function isUnauthenticated(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unauthenticated';
}
