import { expect, type Page, test } from '@playwright/test';
import { startServer, type TestServer } from '../support/server.ts';
import { forAxe, isAccessible, WIDTHS } from './accessible.ts';
import { arrive, codeOf, createRoom, joinRoom, log, say } from './people.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

for (const width of Object.keys(WIDTHS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any screen: ${width}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = forAxe(width, colorScheme);
      const anna = await arrive(browser, server.url, 'Anna', context);
      const { page } = anna;
      await isAccessible(page, 'start');
      await page.getByRole('button', { name: 'Create a room' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await isAccessible(page, 'create');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      const code = await createRoom(anna, 'Stairwell C');
      await isAccessible(page, 'empty room');

      const ben = await arrive(browser, server.url, 'Ben', context);
      await ben.page.goto(`/r/#${code}`);
      await expect(ben.page.getByRole('button', { name: 'Enter the room' })).toBeVisible();
      await isAccessible(ben.page, 'entrance');
      await ben.page.goto('/');
      await joinRoom(ben, code);
      await say(ben, 'Hello, **everybody**. `code` https://example.org/');
      await say(anna, 'Hello.\n- one\n> two');
      await expect(log(page).getByText('Sent')).toBeAttached();
      await isAccessible(page, 'room');

      await log(page).focus();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menu')).toBeVisible();
      await isAccessible(page, 'message menu');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      for (const panel of ['Room settings', 'Invite', 'People']) {
        await openPanel(page, panel);
        await isAccessible(page, panel);
        await page.getByRole('button', { name: /^Close/ }).click();
      }
      await page.goto(`/r/#${codeOf(anna).startsWith('0') ? '1' : '0'}${code.slice(1)}`);
      await page.reload();
      await expect(page.getByText('No room here')).toBeVisible();
      await isAccessible(page, 'not found');
      await page.goto('/nowhere');
      await isAccessible(page, 'no page');
      await page.goto('/');
      await page.getByRole('button', { name: 'Forget me' }).click();
      await expect(page.getByRole('heading', { name: 'Forget me?' })).toBeVisible();
      await isAccessible(page, 'forget');
      await page
        .getByRole('button', { name: /^Forget me/ })
        .last()
        .click();
      await expect(page.getByText('This browser has forgotten Bauta')).toBeVisible();
      await isAccessible(page, 'forgotten');
    });
  }
}

async function openPanel(page: Page, name: string): Promise<void> {
  if (name === 'Room settings') {
    await page.getByRole('button', { name: 'Room menu' }).click();
    await page.getByRole('menuitem', { name: 'Room settings' }).click();
  } else {
    await page
      .getByRole('button', { name: /^People/ })
      .first()
      .click();
    await page.getByRole('tab', { name }).click();
  }
  await expect(page.getByRole('button', { name: /^Close/ })).toBeVisible();
}
