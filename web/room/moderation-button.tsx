/** Fetched only for those who may answer reports. */
import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import { ApiError } from '../api.ts';
import { listOpenReports } from '../moderation-api.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ShieldIcon } from '../ui/icons.tsx';
import { countReported, type ReportList } from './open-reports.ts';
import { isModeration, type PanelName } from './panel-names.ts';
import { withNewest, withoutReports } from './report-list.ts';
import type { RoomState } from './state.ts';

interface ModerationButtonProps {
  reports: ReportList;
  panel: PanelName | null;
  onPanel: (panel: PanelName) => void;
  code: string;
  heard: RoomState['reports'];
  /** What was said while it was away is asked for. */
  connected: boolean;
  onReports: Dispatch<SetStateAction<ReportList>>;
}

const AGAIN_MS = 10_000;

/** Opens reports, blocks and settings, and says how many messages wait for an answer. */
export function ModerationButton({ reports, panel, onPanel, ...watch }: ModerationButtonProps) {
  useReports(watch);
  const open = countReported(reports);
  const words = open === '1' ? '1 open report' : `${open} open reports`;
  return (
    <IconButton
      label={open === '0' ? 'Moderation' : `Moderation, ${words}`}
      icon={<ShieldIcon />}
      count={open}
      tip="below-end"
      aria-pressed={isModeration(panel)}
      onClick={() => onPanel(isModeration(panel) ? panel : 'reports')}
    />
  );
}

type Watch = Pick<ModerationButtonProps, 'code' | 'heard' | 'connected' | 'onReports'>;

/** Asks when somebody enters, comes back, and whenever the room says that there is a new report. */
function useReports({ code, heard, connected, onReports }: Watch): void {
  const latest = useRef(heard);
  latest.current = heard;
  // Another number is another reason to ask.
  const reason = connected ? [...heard.values()].filter((state) => state === 'open').length : null;

  useEffect(() => {
    onReports((list) => withoutReports(list, ({ id }) => heard.get(id) === 'resolved'));
  }, [heard, onReports]);

  useEffect(() => {
    if (reason === null) return;
    let isOver = false;
    let again = 0;
    const ask = async () => {
      try {
        const page = await listOpenReports(code, null);
        // What was closed while the question was under way may still be in the answer.
        const isClosed = ({ id }: { id: string }) => latest.current.get(id) === 'resolved';
        if (!isOver) onReports((list) => withoutReports(withNewest(list, page), isClosed));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (isOver) return;
        onReports((list) => ({ ...list, state: 'failed' }));
        again = window.setTimeout(ask, AGAIN_MS);
      }
    };
    void ask();
    return () => {
      isOver = true;
      window.clearTimeout(again);
    };
  }, [code, reason, onReports]);
}
