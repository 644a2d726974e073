import { expect, type Page, test } from '@playwright/test';
import type { Site } from '../../protocol/objects.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { forAxe, isAccessible } from './accessible.ts';
import { arrive, composer, createRoom } from './people.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

test('what the operator has set is said before somebody types', async ({ browser }) => {
  const { page } = await arrive(browser, server.url, 'Anna', forAxe('phone', 'dark'));
  await expect(page.getByRole('button', { name: 'Create a room' })).toBeEnabled();
  await setSite(page, {
    notice: 'Run by the tenants.\n<b>Be kind.</b>',
    room_creation: false,
    session_creation: false,
  });
  await page.reload();
  await expect(page.getByText('<b>Be kind.</b>')).toBeVisible();
  await expect(page.getByText('lets nobody new in for now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create a room' })).toBeDisabled();
  await isAccessible(page, 'start, with everything turned off');
});

test('times and lengths that the operator doesn’t allow are not offered', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const { page } = anna;
  await setSite(page, { retention_default_seconds: 3_600, retention_max_seconds: 604_800, content_chars_max: 20 });
  await page.reload();
  await page.getByRole('button', { name: 'Create a room' }).click();
  await expect(page.getByRole('radio', { name: '1 h' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '30 d' })).toHaveCount(0);
  await page.getByText('Custom').click();
  await expect(page.getByText('Custom time, 1 minute to 7 days')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await createRoom(anna, 'Short');
  await composer(page).fill('a'.repeat(21));
  await expect(page.getByText('1 over the limit')).toBeVisible();
  await page.getByRole('button', { name: 'Room menu' }).click();
  await page.getByRole('menuitem', { name: 'Room settings' }).click();
  await expect(page.getByLabel('Messages vanish after').getByRole('option')).toHaveText([
    '1 h',
    '24 h',
    '7 d',
    'Custom…',
  ]);
});

test('where the server doesn’t say what is set, everything is as shipped', async ({ browser }) => {
  const { page } = await arrive(browser, server.url, 'Anna');
  await page.route('**/api/site/', (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Create a room' }).click();
  await expect(page.getByRole('radio', { name: '24 h' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '30 d' })).toBeVisible();
});

async function setSite(page: Page, changes: Partial<Site>): Promise<void> {
  await page.route('**/api/site/', async (route) => {
    const { site }: { site: Site } = await (await route.fetch()).json();
    await route.fulfill({ json: { site: { ...site, ...changes } } });
  });
}
