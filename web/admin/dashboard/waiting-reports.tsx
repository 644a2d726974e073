import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'wouter';
import type { ReportEntry } from '../../../protocol/admin-objects.ts';
import { printRoomCode } from '../../../protocol/room-code.ts';
import { call } from '../../api.ts';
import { reasonName } from '../../room/report-reasons.ts';
import { printCount } from '../shell/numbers.ts';
import { useMinute } from '../table/use-minute.ts';
import { age } from '../table/when.ts';

const SHOWN = 5;
const EVERY_MS = 30_000;

/** The newest open reports; nothing where none is open. */
export function WaitingReports({ open }: { open: number }) {
  const heading = useId();
  const nowMs = useMinute();
  const newest = useQuery({
    // Below the lists of reports, so that what is done there is seen here.
    queryKey: ['reports', 'newest', open],
    queryFn: () => call<{ reports: ReportEntry[] }>('GET', `/api/admin/reports/?status=open&limit=${SHOWN}`),
    refetchInterval: EVERY_MS,
    enabled: open > 0,
  });
  const reports = newest.data?.reports ?? [];
  if (open === 0 || reports.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <div className="mt-4.5 mb-2 flex items-baseline gap-3">
        <h2 id={heading} className="font-semibold">
          Needs attention
        </h2>
        {open > reports.length && (
          <Link href="/reports" className="touch-target text-xs">
            All {printCount(open)} open reports
          </Link>
        )}
      </div>
      <table className="w-full table-fixed border-separate border-spacing-0 rounded-lg border border-line-2 text-left">
        <thead>
          <tr className="*:h-8 *:px-3.5 *:text-xs *:font-medium *:text-ink-2">
            <th scope="col">What</th>
            <th scope="col" className="max-sm:hidden">
              Where
            </th>
            <th scope="col" className="w-36 max-lg:hidden">
              Reported by
            </th>
            <th scope="col" className="w-22 text-right">
              Age
            </th>
            <th scope="col" className="w-24">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id} className="*:h-9 *:border-t *:border-line *:px-3.5 max-sm:*:h-12">
              <td className="truncate font-medium">{reasonName(report.reason)}</td>
              <td className="text-ink-2 max-sm:hidden">
                <span className="flex gap-2">
                  <bdi className="truncate">{report.room_name}</bdi>
                  <span className="flex-none text-ink-3">{printRoomCode(report.room_code)}</span>
                </span>
              </td>
              <td className="truncate text-ink-2 max-lg:hidden">
                {report.reports_of_message === 1 ? '1 member' : `${printCount(report.reports_of_message)} members`}
              </td>
              <td className="text-right whitespace-nowrap text-ink-2 tabular-nums">
                {age(Date.parse(report.created_at), nowMs)}
              </td>
              <td className="text-right">
                <Link
                  href="/reports"
                  state={{ opened: report.id }}
                  aria-label={`Review: ${reasonName(report.reason)}`}
                  className="touch-target"
                >
                  Review
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
