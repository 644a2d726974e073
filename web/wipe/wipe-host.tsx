import type { ReactNode } from 'react';
import { lazyPart } from '../ui/lazy-part.tsx';
import { setWipeState, useWipeState } from './wipe-state.ts';

const WipeDialog = lazyPart(
  () => import('./wipe-dialog.tsx'),
  (module) => module.WipeDialog,
);

const WipedPage = lazyPart(
  () => import('./wiped-page.tsx'),
  (module) => module.WipedPage,
);

/** Shows the page, the question whether to forget all of it, and afterwards only what happened. */
export function WipeHost({ children }: { children: ReactNode }) {
  const state = useWipeState();
  if (state === 'everywhere' || state === 'here') {
    return <WipedPage forgotten={state} />;
  }
  return (
    <>
      {children}
      {state === 'asking' && <WipeDialog onClose={() => setWipeState('idle')} />}
    </>
  );
}
