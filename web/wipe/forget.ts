import { ApiError, endSession } from '../api.ts';
import { eraseBrowser } from './erase-browser.ts';
import { type Forgotten, setWipeState, tellOtherTabs } from './wipe-state.ts';

/**
 * Ends the session on the server, erases what this browser holds, tells the other tabs, and shows what happened.
 * Erasing here does not wait for the server: whoever asks for this may have little time.
 */
export async function forget(options: { eraseMessages: boolean }): Promise<void> {
  const erased = eraseBrowser();
  const forgotten = await endedOnServer(options);
  await erased;
  tellOtherTabs(forgotten);
  setWipeState(forgotten);
}

async function endedOnServer(options: { eraseMessages: boolean }): Promise<Forgotten> {
  try {
    await endSession(options);
    return 'everywhere';
  } catch (error) {
    // No session is what was asked for.
    if (error instanceof ApiError && error.code === 'unauthenticated') return 'everywhere';
    return 'here';
  }
}
