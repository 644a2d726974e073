import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { StartPage } from './start/start-page.tsx';
import { ErrorBoundary } from './states/error-boundary.tsx';
import { NoPage } from './states/no-page.tsx';
import { lazyPart } from './ui/lazy-part.ts';
import { Toaster } from './ui/toast.tsx';
import { WipeHost } from './wipe/wipe-host.tsx';

const RoomPage = lazyPart(
  () => import('./room/room-page.tsx'),
  (module) => module.RoomPage,
);

export function App() {
  return (
    <ErrorBoundary>
      <WipeHost>
        <Suspense>
          <Switch>
            <Route path="/">
              <StartPage />
            </Route>
            <Route path="/r">
              <RoomPage />
            </Route>
            <Route>
              <NoPage />
            </Route>
          </Switch>
        </Suspense>
      </WipeHost>
      <Toaster />
    </ErrorBoundary>
  );
}
