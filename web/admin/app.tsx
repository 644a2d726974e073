import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Route, Router, Switch } from 'wouter';
import { buttonClass } from '../ui/button.tsx';
import { FaultBoundary } from '../ui/fault-boundary.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Toaster } from '../ui/toast.tsx';
import { ConfirmHost } from './confirm.tsx';
import { FaultPage } from './fault-page.tsx';
import { aroundNav, LeaveHost } from './leave-guard.tsx';
import { queryClient, useMe } from './queries.ts';
import { AdminPage } from './shell/admin-page.tsx';
import { LoadFailure } from './shell/load-failure.tsx';
import { Loading } from './shell/loading.tsx';
import { Notice } from './shell/notice.tsx';
import { SectionNav } from './shell/section-nav.tsx';
import { SignOutFailure } from './shell/sign-out-failure.tsx';
import { ShortcutsHost } from './shortcuts.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

// Each apart: most visits need one of them.
const DashboardPage = lazyPart(
  () => import('./dashboard/dashboard-page.tsx'),
  (module) => module.DashboardPage,
);
const ReportsPage = lazyPart(
  () => import('./reports/reports-page.tsx'),
  (module) => module.ReportsPage,
);
const RoomsPage = lazyPart(
  () => import('./rooms/rooms-page.tsx'),
  (module) => module.RoomsPage,
);
const SessionsPage = lazyPart(
  () => import('./sessions/sessions-page.tsx'),
  (module) => module.SessionsPage,
);
const AuditPage = lazyPart(
  () => import('./audit/audit-page.tsx'),
  (module) => module.AuditPage,
);
const SettingsPage = lazyPart(
  () => import('./settings/settings-page.tsx'),
  (module) => module.SettingsPage,
);
const AccountPage = lazyPart(
  () => import('./account/account-page.tsx'),
  (module) => module.AccountPage,
);

export function AdminApp() {
  return (
    <FaultBoundary fallback={<FaultPage />}>
      <QueryClientProvider client={queryClient}>
        <Router base="/admin" aroundNav={aroundNav}>
          <Gate>
            <ConfirmHost>
              <ShortcutsHost>
                <LeaveHost>
                  <Shell>
                    <Pages />
                  </Shell>
                </LeaveHost>
              </ShortcutsHost>
            </ConfirmHost>
          </Gate>
        </Router>
        <Toaster />
      </QueryClientProvider>
    </FaultBoundary>
  );
}

/** Nobody sees a page before the server says who they are. */
function Gate({ children }: { children: ReactNode }) {
  const me = useMe();
  if (me.data) return children;
  if (me.data === null) return <SignInPage />;
  return (
    <main className="grid min-h-dvh place-items-center">
      {me.isError ? (
        <LoadFailure heading="h1" error={me.error} busy={me.isFetching} onTry={() => void me.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="grid h-dvh overflow-hidden bg-surface text-sm sm:grid-cols-[3.5rem_minmax(0,1fr)] lg:grid-cols-[13rem_minmax(0,1fr)]">
      <SkipLink target="main">Skip to content</SkipLink>
      <SectionNav />
      {children}
      <SignOutFailure />
    </div>
  );
}

/** A list and what is picked in it share a page: `/reports` and `/reports/{id}`. */
function Pages() {
  return (
    <Switch>
      <Route path="/">
        <DashboardPage />
      </Route>
      <Route path="/reports/*?">
        <ReportsPage />
      </Route>
      <Route path="/rooms/*?">
        <RoomsPage />
      </Route>
      <Route path="/sessions/*?">
        <SessionsPage />
      </Route>
      <Route path="/audit">
        <AuditPage />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route path="/account">
        <AccountPage />
      </Route>
      <Route>
        <AdminPage title="No page here">
          <Notice
            title="No page here"
            text="The address may be mistyped."
            action={
              <Link href="/" className={buttonClass({})}>
                To the dashboard
              </Link>
            }
          />
        </AdminPage>
      </Route>
    </Switch>
  );
}
