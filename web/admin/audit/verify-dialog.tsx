/** Brings Base UI with it: fetched when it first opens. */
import { useQuery } from '@tanstack/react-query';
import type { AuditCheck } from '../../../protocol/admin-objects.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckIcon, WarnIcon } from '../../ui/icons.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { printCount } from '../shell/numbers.ts';
import { Copyable, Mono } from '../table/copyable.tsx';
import { Facts } from '../table/detail.tsx';
import { counted } from '../table/short.ts';
import { verifyAudit } from './audit-api.ts';
import { FINDINGS } from './event-words.ts';

/** Runs the check of the log when it opens, and says what it found. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const query = useQuery({
    queryKey: ['audit-check'],
    queryFn: verifyAudit,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      phone="sheet"
      title="Check of the audit log"
      description="Every entry carries the hash of the one before, so a change anywhere shows."
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div aria-live="polite" className="grid gap-4">
        {query.isPending && <p className="text-ink-3">Checking every entry…</p>}
        {query.error !== null && (
          <LoadFailure error={query.error} busy={query.isFetching} onTry={() => void query.refetch()} />
        )}
        {query.data !== undefined && <Result check={query.data} />}
      </div>
    </Dialog>
  );
}

function Result({ check }: { check: AuditCheck }) {
  return (
    <>
      <p className="flex items-start gap-2.5 font-medium">
        {check.ok ? (
          <CheckIcon size="sm" className="mt-0.5 text-accent-text" />
        ) : (
          <WarnIcon size="sm" className="mt-0.5 text-danger-text" />
        )}
        {check.ok
          ? `The chain holds: ${counted(check.count, 'entry', 'entries')} checked.`
          : 'The log is not as it was written.'}
      </p>
      {check.findings.length > 0 && (
        <ul className="grid gap-3">
          {check.findings.map((finding) => (
            <li
              key={`${finding.seq}-${finding.kind}`}
              className="rounded-md bg-danger-soft px-3.5 py-2.5 text-sm forced-colors:border"
            >
              <b>
                {FINDINGS[finding.kind]}
                {finding.seq !== null && ` (at entry ${printCount(finding.seq)})`}
              </b>
              <p className="text-ink-2">{finding.text}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="text-sm">
        <Facts
          rows={[
            ['Entries', printCount(check.count)],
            check.first_seq === null || check.last_seq === null
              ? null
              : ['Numbers', `${printCount(check.first_seq)} to ${printCount(check.last_seq)}`],
            check.hash === null
              ? null
              : [
                  'Newest hash',
                  <Copyable key="hash" text={check.hash} what="Hash">
                    <Mono>{check.hash}</Mono>
                  </Copyable>,
                ],
          ]}
        />
      </div>
      {check.ok && (
        <p className="text-sm text-ink-3">
          Write the newest hash down somewhere else: then nobody can write the whole log anew without your seeing it.
        </p>
      )}
    </>
  );
}
