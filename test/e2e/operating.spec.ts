/** A day of the operator: what people reported, who is kept out, what was written down, what is allowed. */
import { expect, type Page, test } from '@playwright/test';
import type { Message, Room } from '../../protocol/objects.ts';
import type { TestServer } from '../support/server.ts';
import { forAxe, isAccessible, WIDTHS } from './accessible.ts';
import { goTo, HOSTILE, PASSWORD, reportedByTwo, serverWithOperator, signIn } from './operator.ts';
import { personOverApi } from './over-api.ts';

const MINUTE_MS = 60_000;

let server: TestServer;
test.beforeEach(async () => {
  server = await serverWithOperator();
});
test.afterEach(() => server.dispose());

test('a report is read, its author banned, found in the audit log, and a limit set that acts at once', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { anna, ben } = await reportedByTwo(server);
  const op = await signIn(browser, server);
  const { page } = op;

  await page.getByRole('link', { name: /^Reports.* 2$/ }).click();
  const reports = page.getByRole('table', { name: 'Reports' });
  await expect(reports.locator('tbody tr')).toHaveCount(2);
  await expect(reports).not.toContainText('svg');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const report = page.getByRole('complementary', { name: 'Report' });
  await expect(report).toContainText(HOSTILE.message);
  await expect(report).toContainText('2 of this message');

  // Longer ago than the server takes the password for: it asks again.
  await server.clock.advance(16 * MINUTE_MS);
  await page.keyboard.press('b');
  const ban = page.getByRole('alertdialog', { name: `Ban ${HOSTILE.nickname}?` });
  await ban.getByText('7 d').click();
  await ban.getByLabel('Reason').fill(HOSTILE.reason);
  await ban.getByRole('button', { name: 'Ban', exact: true }).click();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(report).toContainText('sender banned');
  await expect(report.getByLabel('Note')).toHaveValue(HOSTILE.reason);
  // With it, the other report about the same message is closed.
  await expect(page.getByText('Nothing to do')).toBeVisible();
  expect(await ben.codeOf('listRooms')).toBe('banned');

  await goTo(page, 'Sessions');
  await page.getByLabel('State').selectOption('Banned');
  const banned = page.getByRole('table', { name: 'Sessions' }).locator('tbody tr');
  await expect(banned).toHaveCount(1);
  await expect(banned).toContainText('Banned until');
  await banned.getByRole('button', { name: HOSTILE.nickname, exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Session' })).toContainText(HOSTILE.reason);

  await goTo(page, 'Audit log');
  const log = page.getByRole('table', { name: 'Audit log' });
  const entry = log.locator('tbody tr', { hasText: 'Session banned' });
  await expect(entry).toContainText('op');
  await expect(entry).toContainText('duration 7 d');
  await expect(log.locator('tbody tr', { hasText: 'Report read' })).toHaveCount(1);
  await expect(log.locator('tbody tr', { hasText: 'Report closed' })).toHaveCount(2);
  await entry.getByRole('button', { name: 'Session banned' }).click();
  await expect(page.getByRole('complementary', { name: 'Entry' })).toContainText('session_banned');
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByRole('dialog')).toContainText('The chain holds');
  await page.keyboard.press('Escape');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.jsonl$/);

  const { room } = await anna.call<{ room: Room }>('createRoom', { name: 'Quiet' });
  const say = () => anna.codeOf('sendMessage', { room_code: room.code, content: 'Hello' });
  expect([await say(), await say()]).toEqual([null, null]);
  await goTo(page, 'Settings');
  await setLimit(page, 'Messages per session', 1);
  expect([await say(), await say()]).toEqual([null, 'rate_limited']);
  await goTo(page, 'Audit log');
  await expect(log.locator('tbody tr', { hasText: 'Settings changed' })).toContainText('→ 1 in 1 min');
  expect(op.complaints).toEqual([]);
});

test('a room is found, read, locked, relieved of a message and burned, by hand and by key', async ({ browser }) => {
  const { anna, room } = await reportedByTwo(server);
  const op = await signIn(browser, server);
  const { page } = op;
  await goTo(page, 'Rooms');
  await page.keyboard.press('/');
  await page.keyboard.type('alert(2)');
  const rows = page.getByRole('table', { name: 'Rooms' }).locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(HOSTILE.room);
  // Neither the name nor the code that was looked for stands in an address.
  expect(page.url()).toMatch(/\/admin\/rooms$/);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Room' });
  await expect(pane.getByText(HOSTILE.nickname)).toBeVisible();
  await expect(pane).not.toContainText(HOSTILE.message);
  await pane.getByRole('switch', { name: 'Lock' }).click();
  await expect(rows).toContainText('Locked');
  await pane.getByRole('button', { name: 'Read messages' }).click();
  await expect(pane).toContainText(HOSTILE.message);
  await pane.getByRole('button', { name: /^Delete message of/ }).click();
  await page.getByRole('button', { name: 'Delete message', exact: true }).click();
  await expect(pane).toContainText('Removed by a moderator');
  const { messages } = await anna.call<{ messages: Message[] }>('listMessages', undefined, { code: room.code });
  expect(messages.map(({ content, deleted }) => ({ content, deleted }))).toEqual([{ content: '', deleted: true }]);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await page.keyboard.press('Shift+B');
  await page.getByLabel('Type burn to confirm').fill('burn');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No room fits')).toBeVisible();
  expect(await anna.codeOf('getRoom', undefined, { code: room.code })).not.toBeNull();
  expect(op.complaints).toEqual([]);
});

test('a long list goes page by page, and its cursor stays on its row while the list grows', async ({ browser }) => {
  for (let number = 1; number <= 60; number++) await personOverApi(server.url, `Person ${number}`);
  const { page } = await signIn(browser, server);
  await page.clock.install();
  await goTo(page, 'Sessions');
  const rows = page.getByRole('table', { name: 'Sessions' }).locator('tbody tr');
  await expect(rows).toHaveCount(50);
  await expect(rows.first()).toContainText('Person 60');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(rows).toHaveCount(10);
  await expect(rows.last()).toContainText('Person 1');
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect(rows).toHaveCount(50);

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const chosen = rows.filter({ hasText: 'Person 58' });
  await expect(chosen).toHaveAttribute('aria-selected', 'true');
  await personOverApi(server.url, 'Newcomer');
  await page.clock.fastForward(11_000);
  await expect(rows.first()).toContainText('Newcomer');
  await expect(chosen).toHaveAttribute('aria-selected', 'true');
  await expect(chosen.getByRole('button', { name: 'Person 58', exact: true })).toBeFocused();

  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Session' });
  await expect(pane).toContainText('Person 58');
  await page.goBack();
  await expect(pane).toHaveCount(0);
  await page.getByRole('button', { name: 'Created' }).click();
  await expect(rows.first()).toContainText('Person 1');
  await expect(page.getByRole('columnheader', { name: 'Created' })).toHaveAttribute('aria-sort', 'ascending');
});

for (const width of Object.keys(WIDTHS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the lists and what opens from them: ${width}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(120_000);
      await reportedByTwo(server);
      const { page } = await signIn(browser, server, forAxe(width, colorScheme));
      const isPhone = width === 'phone';
      const open = async (list: string, row: number) => {
        const opener = page.getByRole('table', { name: list }).locator('tbody tr').nth(row).locator('[data-opens]');
        await opener.click();
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      };
      const show = async (section: string, list = section) => {
        await page.goto(`/admin/${section === 'Audit log' ? 'audit' : section.toLowerCase()}`);
        await expect(page.getByRole('table', { name: list })).toBeVisible();
        await isAccessible(page, section);
      };

      await show('Reports');
      await open('Reports', 0);
      await expect(page.getByText(HOSTILE.message)).toBeVisible();
      await isAccessible(page, 'a report');
      await page.getByRole('button', { name: /^Ban sender/ }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await isAccessible(page, 'the question before a ban');

      await show('Rooms');
      await open('Rooms', 0);
      await expect(page.getByRole('button', { name: 'Read messages' })).toBeVisible();
      await isAccessible(page, 'a room');
      await page.getByRole('button', { name: /^Burn room/ }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await isAccessible(page, 'the question before a room burns');
      await page.getByRole('button', { name: 'Keep room' }).click();
      await page.getByRole('button', { name: 'Read messages' }).click();
      await expect(page.getByText(HOSTILE.message)).toBeVisible();
      await isAccessible(page, 'messages');

      await show('Sessions');
      await page.getByRole('checkbox', { name: 'Select Anna' }).check();
      await isAccessible(page, 'a selection');
      await open('Sessions', 0);
      await isAccessible(page, 'a session');

      await show('Audit log');
      await open('Audit log', 0);
      await isAccessible(page, 'an entry');
      if (isPhone) await page.getByRole('button', { name: /^Back/ }).click();
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByRole('dialog')).toContainText('The chain holds');
      await isAccessible(page, 'the check');
    });
  }
}

async function setLimit(page: Page, label: string, count: number): Promise<void> {
  const limit = page.getByRole('group', { name: label });
  await limit.getByLabel('How many').fill(String(count));
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}
