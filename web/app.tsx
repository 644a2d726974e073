import { Route, Switch } from 'wouter';
import { FaultPage } from './states/fault-page.tsx';
import { FaultBoundary } from './ui/fault-boundary.tsx';
import { lazyPart } from './ui/lazy-part.tsx';
import { Toaster } from './ui/toast.tsx';
import { WipeHost } from './wipe/wipe-host.tsx';

// Apart, as neither needs the other's code: most who open a room's link never see the start.
const StartPage = lazyPart(
  () => import('./start/start-page.tsx'),
  (module) => module.StartPage,
);
const RoomPage = lazyPart(
  () => import('./room/room-page.tsx'),
  (module) => module.RoomPage,
);
const NoPage = lazyPart(
  () => import('./states/no-page.tsx'),
  (module) => module.NoPage,
);

export function App() {
  return (
    <FaultBoundary fallback={<FaultPage />}>
      <WipeHost>
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
      </WipeHost>
      <Toaster />
    </FaultBoundary>
  );
}
