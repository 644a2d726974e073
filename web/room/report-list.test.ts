import { expect, test } from 'bun:test';
import type { Report } from '../../protocol/objects.ts';
import { countReported, NO_REPORTS } from './open-reports.ts';
import { cardsOf, withNewest, withOlder, withoutReports } from './report-list.ts';
import { aMessage, T0 } from './samples.ts';

function aReport(minute: number, fields: Partial<Report> = {}): Report {
  return {
    id: `r${minute}`,
    room_code: 'K7QM3F9TXW2A',
    message: aMessage(),
    reporter_member_id: null,
    reason: 'spam',
    details: '',
    status: 'open',
    created_at: new Date(T0 + minute * 60_000).toISOString(),
    resolved_at: null,
    resolution: null,
    note: '',
    ...fields,
  };
}

const page = (minutes: number[], next_cursor: string | null = null) => ({
  reports: minutes.map((minute) => aReport(minute, { message: aMessage({ seq: minute }) })),
  next_cursor,
});
const ids = ({ reports }: { reports: readonly Report[] }) => reports.map(({ id }) => id);

test('what several people say of one message is one card, with their reasons and notes', () => {
  const other = aMessage({ seq: 2, content: 'van, any day' });
  const cards = cardsOf([
    aReport(5, { reason: 'spam', details: 'again' }),
    aReport(4, { message: other }),
    aReport(3, { reason: 'violence' }),
    aReport(2, { reason: 'violence', details: 'look at the knife' }),
  ]);
  expect(cards).toMatchObject([
    {
      message_id: 'id1',
      report_ids: ['r5', 'r3', 'r2'],
      reasons: ['violence', 'spam'],
      notes: [
        { report_id: 'r5', text: 'again' },
        { report_id: 'r2', text: 'look at the knife' },
      ],
      reported_ms: T0 + 5 * 60_000,
    },
    { message_id: 'id2', report_ids: ['r4'], reasons: ['spam'], notes: [] },
  ]);
});

test('the card with the newest report is on top, whatever order they come in', () => {
  const second = aMessage({ seq: 2 });
  const reports = [aReport(1), aReport(2, { message: second }), aReport(3)];
  expect(cardsOf(reports).map(({ message_id }) => message_id)).toEqual(['id1', 'id2']);
});

test('a message that was edited between reports is shown as each of them saw it', () => {
  const cards = cardsOf([
    aReport(3, { message: aMessage({ content: 'harmless' }) }),
    aReport(2, { message: aMessage({ content: 'vile' }) }),
    aReport(1, { message: aMessage({ content: 'vile' }) }),
  ]);
  expect(cards.map(({ versions }) => versions.map(({ content }) => content))).toEqual([['harmless', 'vile']]);
});

test('the badge counts messages, not reports', () => {
  expect(countReported(withNewest(NO_REPORTS, { reports: [aReport(2), aReport(1)], next_cursor: null }))).toBe('1');
  expect(countReported(withNewest(NO_REPORTS, page([2, 1], 'a')))).toBe('2+');
});

test('older pages stay when the newest is asked for again', () => {
  const first = withNewest(NO_REPORTS, page([9, 8], 'a'));
  const both = withOlder(first, page([7, 6], 'b'));
  expect(ids(both)).toEqual(['r9', 'r8', 'r7', 'r6']);
  const again = withNewest(both, page([10, 9], 'c'));
  expect(ids(again)).toEqual(['r10', 'r9', 'r8', 'r7', 'r6']);
  expect(again.next_cursor).toBe('b');
});

test('where more came in than a page holds, nothing is passed over', () => {
  const list = withOlder(withNewest(NO_REPORTS, page([4, 3], 'a')), page([2, 1], 'b'));
  const again = withNewest(list, page([9, 8], 'c'));
  expect(ids(again)).toEqual(['r9', 'r8']);
  expect(again.next_cursor).toBe('c');
});

test('what is no longer in a whole answer is gone', () => {
  const list = withOlder(withNewest(NO_REPORTS, page([9, 8], 'a')), page([7]));
  expect(ids(withNewest(list, page([9])))).toEqual(['r9']);
  expect(withNewest(NO_REPORTS, page([])).state).toBe('here');
});

test('a closed report goes, and an untouched list stays the same', () => {
  const list = withNewest(NO_REPORTS, page([2, 1]));
  expect(ids(withoutReports(list, ({ id }) => id === 'r2'))).toEqual(['r1']);
  expect(withoutReports(list, ({ id }) => id === 'unknown')).toBe(list);
});
