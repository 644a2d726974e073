/** What becomes of the open reports that this browser holds when more are known, and the cards that they make. */
import type { Message, Report, ReportReason } from '../../protocol/objects.ts';
import type { ReportPage } from '../moderation-api.ts';
import type { ReportList } from './open-reports.ts';

/** What several people said of one message. */
export interface ReportCard {
  message_id: string;
  /** As it was when it was reported; more than one where it was edited between reports. The newest first. */
  versions: readonly Message[];
  report_ids: readonly string[];
  /** Each reason once, the most given first. */
  reasons: readonly ReportReason[];
  notes: readonly { report_id: string; text: string }[];
  /** Of the newest report, in ms. */
  reported_ms: number;
}

/** The newest page takes the place of what was held of it; older pages that were asked for stay. */
export function withNewest(list: ReportList, page: ReportPage): ReportList {
  const oldest = page.reports.at(-1);
  const known = new Set(page.reports.map(({ id }) => id));
  // Without a report that is in both, some may be missing between them.
  const joins = page.next_cursor !== null && list.reports.some(({ id }) => known.has(id));
  const older =
    !joins || oldest === undefined
      ? []
      : list.reports.filter(({ id, created_at }) => !known.has(id) && created_at <= oldest.created_at);
  const next_cursor = older.length > 0 ? list.next_cursor : page.next_cursor;
  return { reports: [...page.reports, ...older], next_cursor, state: 'here' };
}

/** A further page behind what is held. */
export function withOlder(list: ReportList, page: ReportPage): ReportList {
  const known = new Set(list.reports.map(({ id }) => id));
  const reports = [...list.reports, ...page.reports.filter(({ id }) => !known.has(id))];
  return { ...list, reports, next_cursor: page.next_cursor };
}

export function withoutReports(list: ReportList, isClosed: (report: Report) => boolean): ReportList {
  const reports = list.reports.filter((report) => !isClosed(report));
  return reports.length === list.reports.length ? list : { ...list, reports };
}

/** One card for each message, the one that was reported last on top. */
export function cardsOf(reports: readonly Report[]): ReportCard[] {
  const byMessage = new Map<string, Report[]>();
  for (const report of reports) {
    const before = byMessage.get(report.message.id);
    if (before === undefined) byMessage.set(report.message.id, [report]);
    else before.push(report);
  }
  return [...byMessage.values()].map(cardOf).sort((a, b) => b.reported_ms - a.reported_ms);
}

function cardOf(reports: readonly Report[]): ReportCard {
  const newestFirst = reports.toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
  const versions = new Map<string, Message>();
  const counts = new Map<ReportReason, number>();
  for (const { message, reason } of newestFirst) {
    if (!versions.has(message.content)) versions.set(message.content, message);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return {
    message_id: newestFirst[0]?.message.id ?? '',
    versions: [...versions.values()],
    report_ids: newestFirst.map(({ id }) => id),
    reasons: [...counts].sort(([, a], [, b]) => b - a).map(([reason]) => reason),
    notes: newestFirst.flatMap(({ id, details }) => (details === '' ? [] : [{ report_id: id, text: details }])),
    reported_ms: Date.parse(newestFirst[0]?.created_at ?? ''),
  };
}
