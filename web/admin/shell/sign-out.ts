import { ApiError, call } from '../../api.ts';
import { toast } from '../../ui/toast.tsx';
import { forgetAnswers } from '../queries.ts';

/** Ends this sign-in; the panel then shows the way in. */
export async function signOut(): Promise<void> {
  try {
    await call<void>('POST', '/api/admin/logout/');
  } catch (error) {
    // Whoever is signed out already has what they wanted.
    if (!(error instanceof ApiError && error.code === 'unauthenticated')) {
      toast('Not signed out: the server isn’t answering.');
      return;
    }
  }
  await forgetAnswers();
}
