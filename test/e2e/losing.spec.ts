import { expect, test } from '@playwright/test';
import { startServer } from '../support/server.ts';
import { arrive, createRoom, expectHeard, joinRoom, log, say } from './people.ts';

test('the server is killed under load: every message with a receipt is there once, on both screens', async ({
  browser,
}) => {
  const server = await startServer();
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Killed');
  const ben = await arrive(browser, server.url, 'Ben');
  await joinRoom(ben, code);

  const all: string[] = [];
  for (let round = 1; round <= 3; round++) {
    for (let line = 1; line <= 5; line++) {
      all.push(`round ${round} line ${line}.`);
      await say(anna, `round ${round} line ${line}.`);
    }
    await server.kill();
    all.push(`round ${round} while away.`);
    await say(anna, `round ${round} while away.`);
    await server.restart();
    await expect(log(ben.page)).toContainText(`round ${round} while away.`, { timeout: 20_000 });
  }
  const words = /round \d (line \d|while away)\./;
  await expect(log(anna.page).getByText(/Waiting to send|Not sent/)).toHaveCount(0);
  for (const person of [anna, ben]) await expectHeard(person, words, all);
  await server.dispose();
});

test('with a retention of a minute both screens empty themselves', async ({ browser }) => {
  const server = await startServer();
  const anna = await arrive(browser, server.url, 'Anna');
  await anna.page.clock.install();
  await anna.page.goto('/');
  await anna.page.getByLabel('Your nickname').fill('Anna');
  await anna.page.getByRole('button', { name: 'Create a room' }).click();
  await anna.page.getByText('Custom').click();
  await anna.page.getByLabel(/^Custom time/).fill('1');
  await anna.page.getByLabel('Unit').selectOption('minutes');
  await anna.page.getByRole('button', { name: 'Create room' }).click();
  await expect(anna.page).toHaveURL(/#/);
  const code = new URL(anna.page.url()).hash.slice(1);
  const ben = await arrive(browser, server.url, 'Ben');
  await ben.page.clock.install();
  await joinRoom(ben, code);
  await say(anna, 'gone in a minute');
  await expect(log(ben.page)).toContainText('gone in a minute');

  await server.clock.advance(61_000);
  for (const { page } of [anna, ben]) {
    await page.clock.fastForward(61_000);
    await expect(log(page).getByText('gone in a minute')).toHaveCount(0);
  }
  await server.dispose();
});
