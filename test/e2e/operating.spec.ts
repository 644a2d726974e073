/** A day of the operator: what people reported, who is kept out, what was written down, what is allowed. */
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import type { Message, Room } from '../../protocol/objects.ts';
import { runCommand, startServer, type TestServer } from '../support/server.ts';
import { type Caller, personOverApi } from './over-api.ts';
import { listen, type Person } from './people.ts';

const PASSWORD = 'a long password of the operator';
const MINUTE_MS = 60_000;

/** What somebody writes who hopes that the operator's browser runs it. */
const HOSTILE = {
  nickname: '<img src=x onerror=alert(1)>',
  room: '<script>alert(2)</script>',
  message: '<svg onload=alert(3)>"\'><a href="javascript:alert(4)">press</a>',
  details: '</textarea><iframe srcdoc="<script>alert(5)</script>">',
  reason: '{{7*7}}<b onmouseover=alert(7)>x</b>',
};

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
  const made = await runCommand(['create-admin', '--username', 'op'], { DATA_DIR: server.dataDir }, `${PASSWORD}\n`);
  expect(made.code, made.stderr).toBe(0);
});
test.afterEach(() => server.dispose());

test('a report is read, its author banned, found in the audit log, and a limit set that acts at once', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const { anna, ben } = await reportedByTwo();
  const op = await signIn(browser);
  const { page } = op;

  await page.getByRole('link', { name: /^Reports.* 2$/ }).click();
  const reports = page.getByRole('table', { name: 'Reports' });
  await expect(reports.locator('tbody tr')).toHaveCount(2);
  await expect(reports).not.toContainText('svg');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const report = page.getByRole('complementary', { name: 'Report' });
  await expect(report).toContainText(HOSTILE.message);
  await expect(report).toContainText('2 reports');

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
  const { anna, room } = await reportedByTwo();
  const op = await signIn(browser);
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

/** A hostile message in a hostile room, reported by two people. */
async function reportedByTwo(): Promise<{ anna: Caller; ben: Caller; room: Room }> {
  const [anna, ben, cleo] = await Promise.all(
    ['Anna', HOSTILE.nickname, 'Cleo'].map((nickname) => personOverApi(server.url, nickname)),
  );
  if (anna === undefined || ben === undefined || cleo === undefined) throw new Error('Three people were asked for.');
  const { room } = await anna.call<{ room: Room }>('createRoom', { name: HOSTILE.room });
  for (const person of [ben, cleo]) await person.call('joinRoom', { room_code: room.code });
  const { message } = await ben.call<{ message: Message }>('sendMessage', {
    room_code: room.code,
    content: HOSTILE.message,
  });
  for (const reporter of [anna, cleo]) {
    await reporter.call('reportMessage', { reason: 'harassment', details: HOSTILE.details }, { id: message.id });
  }
  return { anna, ben, room };
}

async function signIn(browser: Browser, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const op: Person = { context, page: await context.newPage(), name: 'op', complaints: [] };
  listen(op, op.page);
  op.page.on('dialog', (dialog) => {
    op.complaints.push(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await op.page.goto('/admin/');
  await op.page.getByLabel('Username').fill('op');
  await op.page.getByLabel('Password').fill(PASSWORD);
  await op.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(op.page.getByRole('heading', { level: 1 })).toBeVisible();
  return op;
}

async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${section}\\b`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(section);
}

async function setLimit(page: Page, label: string, count: number): Promise<void> {
  const limit = page.getByRole('group', { name: label });
  await limit.getByLabel('How many').fill(String(count));
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Saved')).toBeVisible();
}
