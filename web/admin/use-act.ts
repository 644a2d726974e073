import { useState } from 'react';
import { ApiError } from '../api.ts';
import { isCancelled, useConfirmed } from './confirm.tsx';

interface Act {
  busy: boolean;
  /** A sentence for people, after a try that was refused. */
  error: string | null;
  /** Runs it, once at a time; where the server wants the password again, asks for it first and goes on. */
  run: (work: () => Promise<void>) => Promise<void>;
}

/** Something that a dialog does: whether it is being done, and why it wasn't. */
export function useAct(): Act {
  const confirmed = useConfirmed();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await confirmed(work);
    } catch (reason) {
      // Who closes the question for the password has changed their mind: nothing to say.
      if (isCancelled(reason)) return;
      if (!(reason instanceof ApiError)) throw reason;
      setError(reason.fieldErrors[0]?.message ?? reason.detail);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
