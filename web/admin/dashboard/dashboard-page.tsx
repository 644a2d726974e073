import { useState } from 'react';
import type { Figures } from '../../../protocol/admin-objects.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { type Range, useStats } from '../queries.ts';
import { AdminPage } from '../shell/admin-page.tsx';
import { LoadFailure } from '../shell/load-failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { Notice } from '../shell/notice.tsx';
import { printCount } from '../shell/numbers.ts';
import { Chart } from './chart.tsx';
import { Liveness } from './liveness.tsx';
import { Tiles } from './tiles.tsx';
import { WaitingReports } from './waiting-reports.tsx';

const NOW_EVERY_MS = 5_000;
/** The server notes its figures once a minute. */
const POINTS_EVERY_MS = 60_000;

const RANGES = [
  { value: '1h', label: '1 h' },
  { value: '24h', label: '24 h' },
  { value: '7d', label: '7 d' },
] as const satisfies readonly { value: Range; label: string }[];

const readMessages = (at: Figures) => at.messages;
const readConnected = (at: Figures) => at.connected;

/** How the server is, and how it was. */
export function DashboardPage() {
  const [range, setRange] = useState<Range>('24h');
  const live = useStats('1h', NOW_EVERY_MS);
  const past = useStats(range, POINTS_EVERY_MS);
  const now = live.data?.now;
  return (
    <AdminPage
      title="Dashboard"
      padded
      tools={
        <>
          <Liveness updatedAtMs={live.dataUpdatedAt} failing={live.failureCount > 0 || live.isError} />
          <Segmented legend="Range" compact options={RANGES} value={range} onChange={setRange} />
        </>
      }
      keys={[
        [['G', 'R'], 'reports'],
        [['G', 'O'], 'rooms'],
        [['G', 'S'], 'sessions'],
        [['←', '→'], 'move along a chart'],
      ]}
    >
      {now !== undefined && (
        <>
          <Tiles now={now} points={past.data?.points} range={range} />
          <Past past={past} range={range} />
          <WaitingReports open={now.open_reports} />
        </>
      )}
      {now === undefined && live.isError && (
        <LoadFailure error={live.error} busy={live.isFetching} onTry={() => void live.refetch()} />
      )}
      {now === undefined && !live.isError && <Loading />}
    </AdminPage>
  );
}

/** How it was: the charts, or why there are none. */
function Past({ past, range }: { past: ReturnType<typeof useStats>; range: Range }) {
  if (past.data === undefined) {
    return past.isError ? (
      <LoadFailure error={past.error} busy={past.isFetching} onTry={() => void past.refetch()} />
    ) : (
      // As high as the charts, so that what is below stays where it is.
      <Loading className="mt-4 grid h-62 place-items-center max-lg:h-128" />
    );
  }
  if (past.data.points.length === 0) {
    return (
      <Notice
        title="The first minute is being counted"
        text="Charts begin with the second one. Until then the numbers above are all there is."
      />
    );
  }
  return (
    <div className="mt-4 grid gap-4 max-sm:mt-3 max-sm:gap-3 lg:grid-cols-2">
      <Chart title="Messages per minute" stats={past.data} range={range} read={readMessages} print={printCount} />
      <Chart title="Connected sessions" stats={past.data} range={range} read={readConnected} print={printCount} />
    </div>
  );
}
