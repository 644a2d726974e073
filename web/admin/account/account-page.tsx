import { Button } from '../../ui/button.tsx';
import { useMe } from '../queries.ts';
import { AdminPage } from '../shell/admin-page.tsx';
import { FormSection } from '../shell/form-section.tsx';
import { ServerLine } from '../shell/server-line.tsx';
import { signOut } from '../shell/sign-out.ts';
import { openShortcuts } from '../single-keys.ts';
import { OneTimeCodes } from './one-time-codes.tsx';
import { SignIns } from './sign-ins.tsx';

/** The operator's own account. */
export function AccountPage() {
  const admin = useMe().data?.admin;
  if (admin === undefined) return null;
  return (
    <AdminPage title="Account" padded>
      <div className="max-w-[50rem]">
        <FormSection title="You">
          <div className="flex min-h-7.5 items-center gap-3">
            <span className="min-w-0 flex-1 truncate">
              Signed in as{' '}
              <bdi>
                <b>{admin.username}</b>
              </bdi>
            </span>
            <Button size="sm" onClick={signOut}>
              Sign out
            </Button>
          </div>
          <p className="text-pretty text-ink-3">
            A new password is set on the server itself, and turns one-time codes off:
            <code className="mt-1 block font-mono text-xs tracking-normal wrap-anywhere text-ink-2">
              npx bauta <Whole>create-admin</Whole> <Whole>--username</Whole> {admin.username} <Whole>--reset</Whole>
            </code>
          </p>
        </FormSection>
        <OneTimeCodes admin={admin} />
        <SignIns />
        <FormSection title="Keyboard">
          <div className="flex min-h-7.5 items-center gap-3">
            <span className="min-w-0 flex-1">Shortcuts, and the switch that turns them off.</span>
            <Button size="sm" onClick={openShortcuts}>
              Show
            </Button>
          </div>
        </FormSection>
        <FormSection title="This server">
          <div className="text-ink-2">
            <ServerLine />
          </div>
        </FormSection>
      </div>
    </AdminPage>
  );
}

/** Breaks at none of its hyphens. */
function Whole({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}
