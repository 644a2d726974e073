import { expect, test } from '@playwright/test';
import { startServer, type TestServer } from '../support/server.ts';
import { arrive, codeOf, composer, createRoom, expectHeard, inRoom, joinRoom, listen, log, say } from './people.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

test('two people talk, and a third who comes later reads what was said', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Stairwell C');
  await say(anna, 'Is anybody here?');

  const ben = await arrive(browser, server.url, 'Ben');
  await joinRoom(ben, code.toLowerCase().replaceAll('-', ''));
  await expect(log(ben.page)).toContainText('Is anybody here?');
  await say(ben, 'I am.');
  await expect(log(anna.page)).toContainText('I am.');

  const carla = await arrive(browser, server.url, 'Carla');
  await joinRoom(carla, `${server.url}/r/#${code}`);
  await expect(log(carla.page)).toContainText('Is anybody here?');
  await expect(log(carla.page)).toContainText('I am.');
  for (const person of [anna, ben, carla]) expect(person.complaints).toEqual([]);
});

test('who was offline for twenty messages sees all twenty, in order, once', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Offline');
  const ben = await arrive(browser, server.url, 'Ben');
  await joinRoom(ben, code);

  await ben.context.setOffline(true);
  await expect(ben.page.getByText(/offline|Reconnecting/i).first()).toBeVisible();
  await say(ben, 'reply 1 of mine');
  const all = Array.from({ length: 20 }, (_, index) => `line ${index + 1}.`);
  for (const line of all) {
    await say(anna, line);
    await expect(log(anna.page)).toContainText(line);
  }
  await ben.context.setOffline(false);
  await expect(log(ben.page)).toContainText('line 20.');
  await expectHeard(ben, /line \d+\./, all);
  await expect(log(anna.page)).toContainText('reply 1 of mine');
  await expect(log(ben.page).getByText('reply 1 of mine')).toHaveCount(1);
});

test('a reload keeps session, room and draft', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  await createRoom(anna, 'Reload');
  await say(anna, 'before the reload');
  await expect(log(anna.page).getByText('Sent')).toBeAttached();
  await composer(anna.page).fill('half a thou');
  await anna.page.reload();
  await inRoom(anna);
  await expect(composer(anna.page)).toHaveValue('half a thou');
  await expect(log(anna.page)).toContainText('before the reload');
});

test('two tabs of one session agree, and forgetting in one forgets in both', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Two tabs');
  const second = await anna.context.newPage();
  listen(anna, second);
  await second.goto(`/r/#${code}`);
  await inRoom({ ...anna, page: second });
  await say({ ...anna, page: second }, 'from the second tab');
  await expect(log(anna.page)).toContainText('from the second tab');
  await expect(log(anna.page).getByRole('article', { name: /^You,/ })).toHaveCount(1);

  await anna.page.getByRole('button', { name: 'Room menu' }).click();
  await anna.page.getByRole('menuitem', { name: /Forget me/ }).click();
  await anna.page
    .getByRole('alertdialog')
    .or(anna.page.getByRole('dialog'))
    .getByRole('button', { name: /Forget/ })
    .click();
  for (const page of [anna.page, second])
    await expect(page.getByText('This browser has forgotten Bauta')).toBeVisible();
  expect(await anna.context.cookies()).toEqual([]);
  expect(await anna.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('markup and scripts in names and words come back to the letter, and run nowhere', async ({ browser }) => {
  const nasty = '<img src=x onerror=alert(1)>';
  const anna = await arrive(browser, server.url, nasty);
  anna.page.on('dialog', (dialog) => anna.complaints.push(dialog.message()));
  const code = await createRoom(anna, '"><script>alert(2)</script>');
  const text = `<svg onload=alert(3)> javascript:alert(4) '; DROP TABLE messages; -- [x](javascript:alert(5)) https://example.org/"onmouseover="alert(6)`;
  await say(anna, text);
  const ben = await arrive(browser, server.url, 'Ben');
  ben.page.on('dialog', (dialog) => ben.complaints.push(dialog.message()));
  await joinRoom(ben, code);
  await expect(log(ben.page)).toContainText(text);
  await expect(log(ben.page)).toContainText(nasty);
  await expect(ben.page.getByRole('heading', { level: 1 })).toContainText('"><script>alert(2)</script>');
  expect(
    await ben.page
      .locator('[role=log] a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).protocol)),
  ).toEqual(['https:']);
  for (const person of [anna, ben]) expect(person.complaints).toEqual([]);
});

test('by keyboard alone: a nickname, a room, a message, its menu, and back to writing', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const { page } = anna;
  const press = (key: string) => page.keyboard.press(key);
  const until = async (matches: () => Promise<boolean>) => {
    for (let steps = 0; steps < 30; steps++) {
      if (await matches()) return;
      await press('Tab');
    }
    throw new Error('not reached by Tab');
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await until(() => page.getByLabel('Your nickname').evaluate((field) => field === document.activeElement));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Keyboard Anna');
  await until(async () => (await focused()) === 'Create a room');
  await press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('By keyboard');
  await press('Enter');
  await inRoom(anna);
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('typed');
  await press('Shift+Enter');
  await page.keyboard.type('in two lines');
  await press('Enter');
  await expect(log(page)).toContainText('in two lines');
  await expect(log(page).getByText('Sent')).toBeAttached();
  await press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await press('Escape');
  await expect(composer(page)).toHaveValue('');
  await press('Shift+Tab');
  await press('Shift+Tab');
  await log(page).focus();
  await press('ArrowUp');
  await press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await press('Escape');
  await press('Escape');
  await expect(composer(page)).toBeFocused();
  expect(codeOf(anna)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test('on a phone everything fits, and talking works the same', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const anna = await arrive(browser, server.url, 'Anna', phone);
  await createRoom(anna, 'A room with quite a long name, longer than a phone is wide');
  await composer(anna.page).fill('from a phone');
  await anna.page.getByRole('button', { name: 'Send' }).tap();
  await expect(log(anna.page)).toContainText('from a phone');
  const overflow = () => anna.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  await anna.page.getByRole('button', { name: /^People/ }).tap();
  await expect(anna.page.getByRole('tabpanel')).toContainText('Anna');
  expect(await overflow()).toBe(0);
});

test('who replies or edits by the menu writes on at once; a menu that can’t be fetched leaves the room as it is', async ({
  browser,
}) => {
  const anna = await arrive(browser, server.url, 'Anna');
  await createRoom(anna, 'Replies');
  const { page, context } = anna;
  await say(anna, 'the first');
  await expect(log(page).getByText('Sent')).toBeAttached();
  for (const [item, words] of [
    ['Reply', 'an answer'],
    ['Edit', ' changed'],
  ] as const) {
    await log(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: item }).click();
    await expect(composer(page)).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(log(page).getByText(words.trim()).first()).toBeVisible();
  }

  // A fresh browser that has fetched no menu yet.
  const ben = await arrive(browser, server.url, 'Ben');
  await joinRoom(ben, codeOf(anna));
  await ben.context.setOffline(true);
  await ben.page.getByRole('button', { name: 'Room menu' }).click();
  await expect(ben.page.getByText('couldn’t be loaded')).toBeVisible();
  await expect(composer(ben.page)).toBeVisible();
  await ben.context.setOffline(false);
  await ben.page.reload();
  await inRoom(ben);
  await ben.page.getByRole('button', { name: 'Room menu' }).click();
  await expect(ben.page.getByRole('menu')).toBeVisible();
  await context.close();
});
