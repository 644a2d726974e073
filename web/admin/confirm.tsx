/** What can't be undone asks for the password again, when the last time is longer ago than 15 minutes. */
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { ApiError } from '../api.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { noteSignedOut } from './queries.ts';

const PasswordDialog = lazyPart(
  () => import('./password-dialog.tsx'),
  (module) => module.PasswordDialog,
);

/** The operator was asked for the password and thought better of it: nothing was done, nothing needs to be said. */
class Cancelled extends Error {
  override name = 'Cancelled';
}

export const isCancelled = (error: unknown): boolean => error instanceof Cancelled;

/** Resolves once the password was entered; rejects with `Cancelled`. */
type AskPassword = () => Promise<void>;

const AskContext = createContext<AskPassword>(() => Promise.reject(new Cancelled()));

/**
 * Gives `confirmed(act)`: runs `act`; where the server wants the password first, asks for it and runs `act` once more. Rejects as
 * `act` does, or with an error for which `isCancelled` is true. `act` must throw the ApiError of `call`.
 */
export function useConfirmed(): <Answer>(act: () => Promise<Answer>) => Promise<Answer> {
  const ask = useContext(AskContext);
  return useCallback(
    async (act) => {
      try {
        return await act();
      } catch (error) {
        noteSignedOut(error);
        if (!(error instanceof ApiError && error.code === 'confirmation_required')) throw error;
      }
      await ask();
      return act();
    },
    [ask],
  );
}

/** Where the question for the password appears; around all that uses `useConfirmed`. */
export function ConfirmHost({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const waiting = useRef<{ resolve: () => void; reject: (reason: Cancelled) => void }[]>([]);
  const ask = useCallback<AskPassword>(() => {
    setOpen(true);
    // Two acts at once wait for one answer.
    return new Promise((resolve, reject) => waiting.current.push({ resolve, reject }));
  }, []);
  const finish = (confirmed: boolean) => {
    setOpen(false);
    for (const { resolve, reject } of waiting.current.splice(0)) {
      if (confirmed) resolve();
      else reject(new Cancelled());
    }
  };
  return (
    <AskContext value={ask}>
      {children}
      {open && <PasswordDialog onConfirmed={() => finish(true)} onClose={() => finish(false)} />}
    </AskContext>
  );
}
