import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../ui/lazy-part.ts';
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
    return (
      <Suspense>
        <WipedPage forgotten={state} />
      </Suspense>
    );
  }
  return (
    <>
      {children}
      {state === 'asking' && (
        <Suspense>
          <WipeDialog onClose={() => setWipeState('idle')} />
        </Suspense>
      )}
    </>
  );
}
