import { useCallback, useMemo, useState } from 'react';
import type { ReportEntry } from '../../../protocol/admin-objects.ts';
import type { ReportReason } from '../../../protocol/objects.ts';
import { printRoomCode } from '../../../protocol/room-code.ts';
import { REPORT_REASONS, reasonName } from '../../room/report-reasons.ts';
import { useDesktop } from '../../ui/media.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { AdminPage } from '../shell/admin-page.tsx';
import type { KeyHint } from '../shell/key-footer.tsx';
import { Notice } from '../shell/notice.tsx';
import { printCount } from '../shell/numbers.ts';
import { useNow } from '../shell/use-now.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { FilterSelect } from '../table/filter-select.tsx';
import { TableArea } from '../table/table-area.tsx';
import { useMinute } from '../table/use-minute.ts';
import { useOpened } from '../table/use-opened.ts';
import { usePages } from '../table/use-pages.ts';
import { useTable } from '../table/use-table.ts';
import { useTableKeys } from '../table/use-table-keys.ts';
import { age } from '../table/when.ts';
import { ReportPane } from './report-pane.tsx';
import { STATUSES } from './report-words.ts';
import { listReports, type ReportFilter, reportsKey } from './reports-api.ts';

const KEYS: readonly KeyHint[] = [
  [['J', 'K'], 'move'],
  [['Enter'], 'open'],
  [['D'], 'delete message'],
  [['B'], 'ban sender'],
  [['E'], 'dismiss'],
];

const ANY_REASON: readonly { value: ReportReason | 'any'; label: string }[] = [
  { value: 'any', label: 'Any reason' },
  ...REPORT_REASONS.map(({ value, short }) => ({ value, label: short })),
];

const idOf = (report: ReportEntry) => report.id;
const nameOf = (report: ReportEntry) => `report: ${reasonName(report.reason)}, ${report.room_name}`;

/** What people reported, from all rooms. The list doesn't say what was said: that is a look, which is noted. */
export function ReportsPage() {
  const [filter, setFilter] = useState<ReportFilter>({ status: 'open', reason: 'any' });
  const load = useCallback((cursor: string | undefined) => listReports(filter, cursor), [filter]);
  const pages = usePages({ listKey: reportsKey(filter), load, idOf });
  const table = useTable(pages);
  const opened = useOpened();
  const nowMs = useMinute();
  const isDesktop = useDesktop();
  const openReports = useNow()?.open_reports;
  const columns = useMemo(() => reportColumns(nowMs, filter.status === 'all'), [nowMs, filter.status]);

  useTableKeys({
    table,
    isShown: isDesktop || opened.id === null,
    onOpen: () => table.cursorId !== null && opened.open(table.cursorId),
  });

  const close = () => {
    opened.close();
    table.focus();
  };
  const detail = opened.id !== null && <ReportPane key={opened.id} id={opened.id} nowMs={nowMs} onClose={close} />;
  return (
    <AdminPage
      title="Reports"
      keys={KEYS}
      aside={isDesktop && detail ? detail : undefined}
      asideLabel="Report"
      tools={
        !isDesktop && detail ? undefined : (
          <>
            <div className="min-w-0 max-lg:max-w-36">
              <FilterSelect
                aria-label="Reason"
                options={ANY_REASON}
                value={filter.reason}
                onChange={(reason) => setFilter({ ...filter, reason })}
              />
            </div>
            <div className="max-sm:order-last max-sm:mb-1 max-sm:ml-2 max-sm:w-full sm:w-70 lg:w-76">
              <Segmented
                compact
                legend="Which reports"
                options={[
                  { value: 'open', label: openReports === undefined ? 'Open' : `Open ${printCount(openReports)}` },
                  { value: 'resolved', label: 'Resolved' },
                  { value: 'dismissed', label: 'Dismissed' },
                  { value: 'all', label: 'All' },
                ]}
                value={filter.status}
                onChange={(status) => setFilter({ ...filter, status })}
              />
            </div>
          </>
        )
      }
    >
      {!isDesktop && detail ? (
        detail
      ) : (
        <TableArea
          pages={pages}
          empty={
            filter.status === 'open' && filter.reason === 'any' ? (
              <Notice title="Nothing to do" text="When somebody reports a message, it stands here." />
            ) : (
              <Notice title="No report fits" text="Reports go with their room, and after 30 days." />
            )
          }
        >
          <DataTable
            label="Reports"
            columns={columns}
            rows={pages.rows}
            ids={pages.ids}
            idOf={idOf}
            nameOf={nameOf}
            table={table}
            openId={opened.id}
            onOpen={(report) => opened.open(report.id)}
            isStale={pages.isStale}
          />
        </TableArea>
      )}
    </AdminPage>
  );
}

function reportColumns(nowMs: number, withStatus: boolean): readonly Column<ReportEntry>[] {
  const status: Column<ReportEntry> = {
    key: 'status',
    head: 'Status',
    priority: 2,
    cell: (report) => <span className="text-ink-2">{STATUSES[report.status]}</span>,
  };
  return [
    {
      key: 'reason',
      head: 'Reason',
      opens: true,
      cell: (report) => <span className="font-medium">{reasonName(report.reason)}</span>,
    },
    { key: 'room', head: 'Room', fills: true, cell: (report) => <bdi>{report.room_name}</bdi> },
    {
      key: 'code',
      head: 'Code',
      priority: 3,
      cell: (report) => <span className="tracking-[0.015em] text-ink-2">{printRoomCode(report.room_code)}</span>,
    },
    ...(withStatus ? [status] : []),
    {
      key: 'reports',
      head: 'Reports',
      right: true,
      priority: 2,
      cell: (report) => <span className="text-ink-2">{printCount(report.reports_of_message)}</span>,
    },
    {
      key: 'age',
      head: 'Age',
      right: true,
      cell: (report) => <span className="text-ink-2">{age(Date.parse(report.created_at), nowMs)}</span>,
    },
  ];
}
