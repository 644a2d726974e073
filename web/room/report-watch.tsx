/** Knows the open reports while somebody is in the room who may answer them. Fetched only for those. */
import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react';
import { ApiError } from '../api.ts';
import { listOpenReports } from '../moderation-api.ts';
import type { ReportList } from './open-reports.ts';
import { withNewest, withoutReports } from './report-list.ts';
import type { RoomState } from './state.ts';

interface ReportWatchProps {
  code: string;
  heard: RoomState['reports'];
  /** What was said while it was away is asked for. */
  connected: boolean;
  onReports: Dispatch<SetStateAction<ReportList>>;
}

const AGAIN_MS = 10_000;

/** Draws nothing. Asks when somebody enters, comes back, and whenever the room says that there is a new report. */
export function ReportWatch({ code, heard, connected, onReports }: ReportWatchProps) {
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
  return null;
}
