/** The operator's own way in, and what they set: sign-in, one-time codes, settings, the dashboard. */
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { TOTP } from 'otpauth';
import { runCommand, startServer, type TestServer } from '../support/server.ts';
import { forAxe, isAccessible, WIDTHS } from './accessible.ts';
import { personOverApi } from './over-api.ts';
import { listen, type Person } from './people.ts';

const PASSWORD = 'a long password of the operator';
const MINUTE_MS = 60_000;

let server: TestServer;
test.beforeEach(async () => {
  server = await startServer();
  const made = await runCommand(['create-admin', '--username', 'op'], { DATA_DIR: server.dataDir }, `${PASSWORD}\n`);
  expect(made.code, made.stderr).toBe(0);
});
test.afterEach(() => server.dispose());

test('one-time codes are set up; then the password alone lets nobody in, and a recovery code does once', async ({
  browser,
}) => {
  const op = await atTheDoor(browser, '/admin/account');
  const { page } = op;
  await enter(page, { password: 'not that one' });
  await expect(page.getByRole('alert')).toContainText('The name, the password or the code is wrong.');
  await enter(page, {});
  // Where they wanted to go.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Account');

  await page.getByRole('button', { name: 'Set up…' }).click();
  const setUp = page.getByRole('alertdialog', { name: 'Set up one-time codes' });
  const secret = (await setUp.locator('code').textContent()) ?? '';
  const totp = new TOTP({ secret: secret.replace(/\s/g, '') });
  await setUp.getByLabel('The code it shows now').fill('000000');
  await setUp.getByRole('button', { name: 'Turn on' }).click();
  await expect(setUp).toContainText('Enter the next one.');
  // Longer ago than the server takes the password for: it asks again, over what is open.
  await server.clock.advance(16 * MINUTE_MS);
  const nowMs = () => Date.now() + 16 * MINUTE_MS;
  await setUp.getByLabel('The code it shows now').fill(totp.generate({ timestamp: nowMs() }));
  await setUp.getByRole('button', { name: 'Turn on' }).click();
  await page.getByRole('alertdialog', { name: 'Enter your password' }).getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as text' }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('recovery-codes');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();

  const again = await atTheDoor(browser, '/admin/account');
  await enter(again.page, {});
  await expect(again.page.getByRole('alert')).toBeVisible();
  await enter(again.page, { code: codes[0]?.toLowerCase() ?? '' });
  await expect(again.page.getByText('9 recovery codes are left.')).toBeVisible();
  const twice = await atTheDoor(browser, '/admin/account');
  await enter(twice.page, { code: codes[0] ?? '' });
  await expect(twice.page.getByRole('alert')).toBeVisible();

  // The other browser is signed out from here, and says so at its next step.
  await page.reload();
  await page.getByRole('button', { name: /^Sign out the one/ }).click();
  await expect(page.getByRole('button', { name: /^Sign out the one/ })).toHaveCount(0);
  await again.page.getByRole('link', { name: 'Settings' }).click();
  await expect(again.page.getByRole('heading', { name: 'Operator sign-in' })).toBeVisible();

  await page.getByRole('button', { name: 'Turn off…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByText('Whoever has your password gets in.')).toBeVisible();
  for (const { complaints } of [op, again, twice]) expect(complaints).toEqual([]);
});

test('settings act at once; what the server refuses is said at its field, and nothing typed is lost by accident', async ({
  browser,
}) => {
  const anna = await personOverApi(server.url, 'Anna');
  const op = await atTheDoor(browser, '/admin/');
  const { page } = op;
  await enter(page, {});
  await page.getByRole('link', { name: 'Settings' }).click();

  const calls = page.getByRole('group', { name: 'Calls per network' }).getByLabel('How many');
  await calls.fill('5');
  await page.getByRole('switch', { name: 'People can open rooms' }).click();
  await page.getByRole('textbox', { name: 'Refused words, one a line' }).fill('rat\n\nbad word');
  await expect(page.getByText('3 unsaved changes')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('would keep you out')).toBeVisible();
  await expect(calls).toBeFocused();
  expect(await anna.codeOf('createRoom', { name: 'Before' })).toBeNull();

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.goBack();
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(calls).toHaveValue('5');

  // Signed out in the middle, as after half an hour: the changes are still there.
  await server.clock.advance(45 * MINUTE_MS);
  await page.getByRole('button', { name: 'Save' }).click();
  await enter(page, {});
  await expect(calls).toHaveValue('5');
  await calls.fill('');
  await page.getByLabel('Longest', { exact: true }).fill('7');
  await expect(page.getByText('go down to it, and what is older is deleted')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  expect(await anna.codeOf('createRoom', { name: 'After' })).toBe('forbidden');

  await page.reload();
  await expect(page.getByLabel('Longest', { exact: true })).toHaveValue('7');
  await expect(page.getByRole('switch', { name: 'People can open rooms' })).not.toBeChecked();
  expect(op.complaints).toEqual([]);
});

test('too many tries to sign in: a clock, and then another try', async ({ browser }) => {
  await server.dispose();
  server = await startServer({ LIMITS: 'login=2/6' });
  const { page } = await atTheDoor(browser, '/admin/');
  for (const password of ['one', 'two', 'three']) {
    await enter(page, { password });
    await expect(page.getByRole('button', { name: 'Signing in…' })).toHaveCount(0);
  }
  await expect(page.getByRole('timer')).toContainText('until you can try again');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
});

test('the dashboard counts the first minute, then draws; keys move along a line and go to the sections', async ({
  browser,
}) => {
  const op = await atTheDoor(browser, '/admin/');
  const { page } = op;
  await enter(page, {});
  await expect(page.getByText('The first minute is being counted')).toBeVisible();
  await server.clock.advance(3 * MINUTE_MS);
  await page.reload();
  await page.getByText('1 h', { exact: true }).click();
  const line = page.getByRole('slider', { name: 'Connected sessions, point in time' });
  await line.press('End');
  await expect(line).toHaveAttribute('aria-valuetext', /^\d\d:\d\d: 0/);
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Messages per minute' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(list).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  expect(op.complaints).toEqual([]);
});

for (const width of Object.keys(WIDTHS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the operator's own screens: ${width}, ${colorScheme}`, async ({ browser }) => {
      const { page } = await atTheDoor(browser, '/admin/', forAxe(width, colorScheme));
      await isAccessible(page, 'sign-in');
      await enter(page, {});
      await expect(page.getByText('Connected sessions')).toBeVisible();
      await isAccessible(page, 'dashboard');
      await page.goto('/admin/settings');
      await page.getByLabel('Longest', { exact: true }).fill('7');
      await page.getByRole('group', { name: 'Calls per network' }).getByLabel('How many').fill('x');
      await page.getByRole('button', { name: 'Save' }).click();
      await isAccessible(page, 'settings');
      await page.getByRole('button', { name: 'Discard' }).click();
      await page.goto('/admin/account');
      await page.getByRole('button', { name: 'Set up…' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await isAccessible(page, 'one-time codes');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('alertdialog')).toHaveCount(0);
      await isAccessible(page, 'account');
    });
  }
}

/** A browser in front of the panel, where nobody is signed in. */
async function atTheDoor(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Person> {
  const context = await browser.newContext({ baseURL: server.url, ...options });
  const op: Person = { context, page: await context.newPage(), name: 'op', complaints: [] };
  listen(op, op.page);
  await op.page.goto(path);
  await expect(op.page.getByRole('heading', { name: 'Operator sign-in' })).toBeVisible();
  return op;
}

async function enter(
  page: Page,
  { password = PASSWORD, code = '' }: { password?: string; code?: string },
): Promise<void> {
  await page.getByLabel('Username').fill('op');
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('One-time code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
