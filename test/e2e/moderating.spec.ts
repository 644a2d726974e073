import { expect, type Page, test } from '@playwright/test';
import { startServer, type TestServer } from '../support/server.ts';
import { forAxe, isAccessible, WIDTHS } from './accessible.ts';
import { arrive, codeOf, createRoom, inRoom, joinRoom, log, type Person, say } from './people.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.dispose());

test('a reported message shows at once on the owner’s badge, and goes with one press', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Reports');
  const [ben, carla, dora] = await threeMore(browser, code);
  await say(ben, 'Whoever talked lives on the second floor.');
  await report(carla, 'second floor', 'Someone’s private details', 'He is trying to out someone.');
  await expect(shield(anna.page, 'Moderation, 1 open report')).toBeVisible();
  await expect(anna.page.getByText('A message was reported')).toBeAttached();
  await expect(shield(carla.page, 'Moderation')).toHaveCount(0);
  await report(dora, 'second floor', 'Harassment or hate');
  await report(dora, 'second floor', 'Spam', '', 'You have reported this already.');

  await shield(anna.page, 'Moderation, 1 open report').click();
  const card = anna.page.getByRole('article', { name: /Private details/ });
  await expect(card).toContainText('2 people');
  await expect(card).toContainText('Harassment or hate');
  await expect(card).toContainText('He is trying to out someone.');
  await expect(card).toContainText('Whoever talked lives on the second floor.');
  for (const name of ['Carla', 'Dora']) await expect(card).not.toContainText(name);
  await card.getByRole('button', { name: 'Delete message' }).click();
  await expect(anna.page.getByText('No open reports')).toBeVisible();
  await expect(shield(anna.page, 'Moderation')).toBeVisible();
  for (const person of [anna, ben, carla]) await expect(log(person.page)).toContainText('Removed by a moderator');
  for (const person of [anna, ben, carla, dora]) expect(person.complaints).toEqual([]);
});

test('a member who becomes moderator sees the reports, and one who is it no more loses them at once', async ({
  browser,
}) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Roles');
  const [ben, carla] = await threeMore(browser, code);
  await say(ben, 'cheap removal van');
  await report(carla, 'removal van', 'Spam');
  await expect(shield(anna.page, 'Moderation, 1 open report')).toBeVisible();

  await actions(anna, 'Carla', 'Make moderator');
  await shield(carla.page, 'Moderation, 1 open report').click();
  await expect(carla.page.getByRole('article', { name: /Spam/ })).toBeVisible();
  await actions(anna, 'Carla', 'Take moderator role back');
  await expect(carla.page.getByRole('complementary')).toHaveCount(0);
  await expect(shield(carla.page, 'Moderation')).toHaveCount(0);

  await actions(anna, 'Ben', 'Hand over ownership…');
  await anna.page.getByRole('button', { name: 'Hand over' }).click();
  for (const { page } of [anna, ben, carla]) await expect(log(page)).toContainText('Ben owns the room now');
  await expect(shield(ben.page, 'Moderation, 1 open report')).toBeVisible();
});

test('whoever owns a room and forgets everything hands it on, and everybody is told', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Handed on');
  const [ben, carla] = await threeMore(browser, code);
  await anna.page.getByRole('button', { name: 'Room menu' }).click();
  await anna.page.getByRole('menuitem', { name: /Forget me/ }).click();
  await anna.page.getByRole('alertdialog').getByRole('button', { name: 'Forget me' }).click();
  for (const { page } of [ben, carla]) await expect(log(page)).toContainText('Ben owns the room now');
  await expect(shield(ben.page, 'Moderation')).toBeVisible();
});

test('who is blocked is out and told so, the members go on, and the old code opens for nobody', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Blocks');
  const [ben, carla] = await threeMore(browser, code);
  await say(ben, 'cheap removal van, any day');
  await report(carla, 'removal van', 'Spam');
  await shield(anna.page, 'Moderation, 1 open report').click();
  await anna.page.getByRole('button', { name: 'Block…' }).click();
  const dialog = anna.page.getByRole('alertdialog', { name: 'Block Ben?' });
  await dialog.getByText('24 h', { exact: true }).click();
  await dialog.getByLabel('Delete their messages').check();
  await dialog.getByLabel(/^Reason/).fill('vans');
  await dialog.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(anna.page.getByText('Blocked. The room has a new code.')).toBeVisible();
  await anna.page.getByRole('button', { name: 'Invite' }).last().click();
  await expect(anna.page.getByRole('tab', { name: 'Invite' })).toHaveAttribute('aria-selected', 'true');

  await expect(ben.page.getByRole('heading', { name: 'You can’t join this room' })).toBeVisible();
  await expect(ben.page.getByText('Its moderators blocked you here.')).toBeVisible();
  await ben.page.reload();
  await expect(ben.page.getByRole('heading', { name: 'You can’t join this room' })).toBeVisible();

  await expect.poll(() => codeOf(carla)).not.toBe(code);
  expect(codeOf(carla)).toBe(codeOf(anna));
  await say(carla, 'quiet again');
  await expect(log(anna.page)).toContainText('quiet again');
  await expect(log(anna.page)).not.toContainText('removal van');
  await carla.page.reload();
  await inRoom(carla);

  const eve = await arrive(browser, server.url, 'Eve');
  await eve.page.getByLabel('Your nickname').fill('Eve');
  await eve.page.getByLabel('Join with a code or link').fill(code);
  await eve.page.getByRole('button', { name: 'Join' }).click();
  await expect(eve.page.getByText('No room here')).toBeVisible();

  await shield(anna.page, 'Moderation').click();
  await expect(anna.page.getByText('No open reports')).toBeVisible();
  await anna.page.getByRole('tab', { name: 'Blocked 1' }).click();
  const blocked = anna.page.getByRole('tabpanel').getByRole('listitem');
  await expect(blocked).toContainText('Blocked by you');
  // What was chosen holds, and not the block for good that answering the report makes.
  await expect(blocked).toContainText('Until tomorrow');
  await expect(blocked).toContainText('vans');
  await anna.page.getByRole('button', { name: 'Unblock Ben' }).click();
  await expect(anna.page.getByText('Nobody is blocked')).toBeVisible();
  await ben.page.goto('/');
  await joinRoom(ben, codeOf(anna));
});

test('somebody is muted for one person only, over a reload too', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Muted');
  const [ben, carla] = await threeMore(browser, code);
  await say(ben, 'one of many');
  await expect(log(carla.page)).toContainText('one of many');
  await actions(carla, 'Ben', 'Mute for me');
  await expect(log(carla.page)).not.toContainText('one of many');
  await say(ben, 'and another');
  await expect(log(carla.page).getByText('Message from somebody you muted')).toHaveCount(2);
  await expect(log(anna.page)).toContainText('and another');
  await expect(carla.page.getByText('Ben: and another')).toHaveCount(0);

  await carla.page.reload();
  await inRoom(carla);
  await expect(log(carla.page).getByText('Message from somebody you muted')).toHaveCount(2);
  await log(carla.page).getByRole('button', { name: 'Show' }).last().click();
  await expect(log(carla.page)).toContainText('and another');
  await expect(log(carla.page)).not.toContainText('one of many');
  await actions(carla, 'Ben', 'Unmute');
  await expect(log(carla.page)).toContainText('one of many');
});

test('on a phone a message is reported from a sheet, and its author muted on the way', async ({ browser }) => {
  const anna = await arrive(browser, server.url, 'Anna');
  const code = await createRoom(anna, 'Phone');
  await say(anna, 'something unkind');
  const ben = await arrive(browser, server.url, 'Ben', WIDTHS.phone);
  await joinRoom(ben, code);
  await openMessage(ben.page, 'something unkind', 'Report…');
  const sheet = ben.page.getByRole('dialog', { name: 'Report this message' });
  await expect(sheet.getByLabel('Harassment or hate')).toBeFocused();
  await sheet.getByRole('button', { name: 'Send report' }).click();
  await expect(sheet.getByText('Choose what fits best.')).toBeVisible();
  await sheet.getByText('Harassment or hate').tap();
  await sheet.getByRole('button', { name: 'Send report' }).tap();
  await expect(ben.page.getByText('Report sent. The person is not told.')).toBeVisible();
  await expect(log(ben.page)).not.toContainText('something unkind');
  await expect(log(ben.page)).toContainText('Message from somebody you muted');
  await expect(shield(anna.page, 'Moderation, 1 open report')).toBeVisible();
});

for (const width of Object.keys(WIDTHS)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing where order is kept: ${width}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = forAxe(width, colorScheme);
      const anna = await arrive(browser, server.url, 'Anna', context);
      const code = await createRoom(anna, 'Axe');
      const ben = await arrive(browser, server.url, 'Ben', context);
      await joinRoom(ben, code);
      await say(ben, 'cheap removal van, any day');
      await expect(log(anna.page)).toContainText('removal van');
      await openMessage(anna.page, 'removal van', 'Report…');
      await expect(anna.page.getByRole('dialog')).toBeVisible();
      await isAccessible(anna.page, 'report');
      await anna.page.getByLabel('Spam').check();
      await anna.page.getByRole('button', { name: 'Send report' }).click();
      await expect(log(anna.page)).toContainText('Message from somebody you muted');
      await isAccessible(anna.page, 'a muted message');

      await shield(anna.page, 'Moderation, 1 open report').click();
      await expect(anna.page.getByRole('article', { name: 'Spam' })).toBeVisible();
      await isAccessible(anna.page, 'reports');
      await anna.page.getByRole('button', { name: 'Block…' }).click();
      await expect(anna.page.getByRole('alertdialog')).toBeVisible();
      await isAccessible(anna.page, 'block');
      await anna.page.getByRole('button', { name: 'Block', exact: true }).click();
      await expect(ben.page.getByRole('heading', { name: 'You can’t join this room' })).toBeVisible();
      await isAccessible(ben.page, 'blocked page');
      await expect(anna.page.getByText('No open reports')).toBeVisible();
      await isAccessible(anna.page, 'no reports');
      await anna.page.getByRole('tab', { name: 'Blocked 1' }).click();
      await expect(anna.page.getByRole('button', { name: 'Unblock Ben' })).toBeVisible();
      await isAccessible(anna.page, 'blocked people');
      await anna.page.getByRole('tab', { name: 'Room settings' }).click();
      await isAccessible(anna.page, 'room settings');
    });
  }
}

/** Ben, Carla and Dora, who come in one after the other. */
async function threeMore(browser: Parameters<typeof arrive>[0], code: string): Promise<[Person, Person, Person]> {
  const people = [];
  for (const name of ['Ben', 'Carla', 'Dora']) {
    const person = await arrive(browser, server.url, name);
    await joinRoom(person, code);
    people.push(person);
  }
  return people as [Person, Person, Person];
}

const shield = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The menu of the message that says `text`, and one of its entries. */
async function openMessage(page: Page, text: string, entry: string): Promise<void> {
  await log(page).getByRole('article').filter({ hasText: text }).last().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: entry }).click();
}

async function report(
  { page }: Person,
  text: string,
  reason: string,
  note = '',
  said = 'Report sent. The person is not told.',
): Promise<void> {
  await expect(log(page)).toContainText(text);
  await openMessage(page, text, 'Report…');
  const dialog = page.getByRole('dialog', { name: 'Report this message' });
  await dialog.getByLabel(reason).check();
  if (note !== '') await dialog.getByLabel(/^Note for the moderators/).fill(note);
  const mute = dialog.getByLabel(/^Also mute/);
  await mute.uncheck();
  await dialog.getByRole('button', { name: 'Send report' }).click();
  await expect(page.getByText(said)).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

/** One entry of somebody's menu among the people. */
async function actions({ page }: Person, name: string, entry: string): Promise<void> {
  const people = page.getByRole('tab', { name: /^People/ });
  if ((await people.count()) === 0) {
    await page
      .getByRole('button', { name: /^People/ })
      .first()
      .click();
  }
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}
