import { lazyPart } from '../../ui/lazy-part.tsx';
import { signOut, staySignedIn, useSignOutAttempt } from './sign-out.ts';

const ConfirmDialog = lazyPart(
  () => import('../../room/confirm-dialog.tsx'),
  (module) => module.ConfirmDialog,
);

/** Says that somebody who wanted to leave is still signed in. */
export function SignOutFailure() {
  const attempt = useSignOutAttempt();
  if (attempt === 'none') return null;
  return (
    <ConfirmDialog
      title="You’re still signed in"
      text="The server isn’t answering, so the sign-in couldn’t be ended. Unused, it ends by itself after half an hour."
      keep="Stay signed in"
      act="Try again"
      harmless
      busy={attempt === 'running' && 'Signing out…'}
      onConfirm={signOut}
      onClose={staySignedIn}
    />
  );
}
