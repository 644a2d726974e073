import { type ReactNode, useState } from 'react';
import { REPORT_DAYS } from '../../protocol/limits.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { CheckIcon, WarnIcon } from '../ui/icons.tsx';
import { StatePage } from '../ui/state-page.tsx';
import { forgetAgain } from './forget.ts';
import type { Forgotten } from './wipe-state.ts';

/** What was erased, and what was not: nothing is claimed that didn't happen. */
export function WipedPage({ forgotten }: { forgotten: Forgotten }) {
  return forgotten === 'everywhere' ? <WipedEverywhere /> : <WipedHere />;
}

function WipedEverywhere() {
  return (
    <StatePage
      icon={<CheckIcon />}
      tone="ok"
      title="This browser has forgotten Bauta"
      actions={<StartFresh />}
      forgetful
    >
      <Facts>
        <Fact name="Erased here">Your session, drafts and the list of rooms.</Fact>
        <Fact name="Still out there">
          Messages you didn’t delete, until each room’s timer runs out; reported ones, with their report, for up to{' '}
          {REPORT_DAYS} days; and what others kept for themselves.
        </Fact>
        <Fact name="Up to you">Browser history may still list this address.</Fact>
      </Facts>
    </StatePage>
  );
}

function WipedHere() {
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    await forgetAgain();
    setBusy(false);
  };
  return (
    <StatePage
      icon={<WarnIcon />}
      tone="warn"
      title="Erased here, but not on the server"
      text="The server couldn’t be reached or refused, so your session could not be ended there."
      forgetful
      actions={
        <Button kind="solid" onClick={again} busy={busy && 'Trying…'}>
          Try again
        </Button>
      }
    >
      <Facts>
        <Fact name="Erased here">Drafts and settings.</Fact>
        <Fact name="Not erased">
          The session: its cookie is still in this browser, and you are still in your rooms.
        </Fact>
        <Fact name="If it can’t end">
          It ends by itself when it isn’t used for long enough. Or delete this site’s cookies in the browser’s settings.
        </Fact>
      </Facts>
    </StatePage>
  );
}

/** A full load and no step of the router: the page that starts fresh holds nothing of the one before. */
function StartFresh() {
  return (
    <a href="/" className={buttonClass({ kind: 'solid' })}>
      Start fresh
    </a>
  );
}

const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="mt-5 w-full border-t border-line-2">{children}</dl>
);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-3 border-b border-line-2 py-[11px]">
      <dt className="font-medium">{name}</dt>
      <dd className="text-ink-2">{children}</dd>
    </div>
  );
}
