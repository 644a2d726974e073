import type { ReportDetail, ReportEntry } from '../../../protocol/admin-objects.ts';
import type { ReportReason, ReportStatus } from '../../../protocol/objects.ts';
import type { Body } from '../../../protocol/routes.ts';
import { ApiError, call } from '../../api.ts';
import { queryClient } from '../queries.ts';
import type { ListPage } from '../table/use-pages.ts';

const REPORTS = 'reports';
const DETAIL = 'report';

export interface ReportFilter {
  status: ReportStatus | 'all';
  reason: ReportReason | 'any';
}

export const reportsKey = (filter: ReportFilter) => [REPORTS, filter] as const;
export const reportKey = (id: string) => [DETAIL, id] as const;

/** One page of reports, newest first. */
export async function listReports(filter: ReportFilter, cursor: string | undefined): Promise<ListPage<ReportEntry>> {
  const query = new URLSearchParams();
  if (filter.status !== 'all') query.set('status', filter.status);
  if (filter.reason !== 'any') query.set('reason', filter.reason);
  if (cursor !== undefined) query.set('cursor', cursor);
  const answer = await call<{ reports: ReportEntry[]; next_cursor: string | null }>(
    'GET',
    `/api/admin/reports/?${query}`,
  );
  return { rows: answer.reports, next_cursor: answer.next_cursor };
}

/** The report with what was said: the server notes the look. */
export const readReport = (id: string) => call<{ report: ReportDetail }>('GET', path(id)).then(({ report }) => report);

/** Closes it. Asks for the password where it is too long ago, but for `dismiss`. */
export async function resolveReport(id: string, order: Body<'adminResolveReport'>): Promise<void> {
  try {
    keep((await call<{ report: ReportDetail }>('POST', `${path(id)}resolve/`, order)).report);
  } catch (error) {
    // Somebody who keeps order in the room was quicker: look at it again, as it is now.
    if (error instanceof ApiError && error.code === 'conflict') {
      void queryClient.invalidateQueries({ queryKey: reportKey(id) });
    }
    throw error;
  } finally {
    forgetLists();
  }
}

export async function noteReport(id: string, note: string): Promise<void> {
  keep((await call<{ report: ReportDetail }>('POST', `${path(id)}note/`, { note })).report);
}

/** Deletes the message of a report that is closed already. */
export async function deleteReportedMessage(report: ReportDetail): Promise<void> {
  await call<void>('DELETE', `/api/admin/messages/${encodeURIComponent(report.message.id)}/`);
  keep({ ...report, message_exists: false });
  forgetLists();
}

/** Takes up what was changed elsewhere: a room that is gone, a sender who is banned. */
export function forgetLists(): void {
  void queryClient.invalidateQueries({ queryKey: [REPORTS] });
  void queryClient.invalidateQueries({ queryKey: ['stats'] });
}

const path = (id: string) => `/api/admin/reports/${encodeURIComponent(id)}/`;
const keep = (report: ReportDetail) => queryClient.setQueryData(reportKey(report.id), report);
