import { ApiError, endSession } from '../api.ts';
import { eraseBrowser } from './erase-browser.ts';
import { type Forgotten, setWipeState, tellOtherTabs } from './wipe-state.ts';

/** What was asked for, so that trying again asks for the same. */
let wished = { eraseMessages: false };

/**
 * Ends the session on the server, erases what this browser holds, tells the other tabs, and shows what happened.
 * Erasing here does not wait for the server: whoever asks for this may have little time.
 */
export async function forget(options: { eraseMessages: boolean }): Promise<void> {
  wished = options;
  const erased = eraseBrowser();
  const forgotten = await endedOnServer(options);
  await erased;
  tellOtherTabs(forgotten);
  setWipeState(forgotten);
}

/** After the server could not be reached. */
export const forgetAgain = () => forget(wished);

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
