import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../../api.ts';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Detail } from '../table/detail.tsx';
import { Report } from './report-detail.tsx';
import { readReport, reportKey } from './reports-api.ts';

interface ReportPaneProps {
  id: string;
  nowMs: number;
  onClose: () => void;
}

/** A report with what was said. Every opening is a look of its own, so nothing is kept from the one before. */
export function ReportPane({ id, nowMs, onClose }: ReportPaneProps) {
  const query = useQuery({
    queryKey: reportKey(id),
    queryFn: () => readReport(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
  if (query.data !== undefined) return <Report report={query.data} nowMs={nowMs} onClose={onClose} />;
  const isGone = query.error instanceof ApiError && query.error.code === 'not_found';
  return (
    <Detail title="Report" back="reports" onClose={onClose}>
      {query.error === null && <Loading />}
      {isGone && <p>This report is gone. Reports go with their room, and after 30 days.</p>}
      {query.error !== null && !isGone && (
        <LoadFailure error={query.error} busy={query.isFetching} onTry={() => void query.refetch()} />
      )}
    </Detail>
  );
}
