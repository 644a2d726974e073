/** The open reports of a room, as far as this browser was told. Small, as everybody fetches it. */
import type { ReportPage } from '../moderation-api.ts';

export interface ReportList extends ReportPage {
  /** `loading` until the first answer; `failed` where the last one was no answer. */
  state: 'loading' | 'failed' | 'here';
}

export const NO_REPORTS: ReportList = { reports: [], next_cursor: null, state: 'loading' };

/** How many messages wait for somebody to decide: several reports of one are one. `50+` where there are more to ask for. */
export function countReported({ reports, next_cursor }: ReportList): string {
  const count = new Set(reports.map(({ message }) => message.id)).size;
  return next_cursor === null ? `${count}` : `${count}+`;
}
