/** People with a browser: what they do, in the words of the screens. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';

export interface Person {
  page: Page;
  context: BrowserContext;
  name: string;
  /** What the browser complained of: errors of scripts and violations of the content policy. */
  complaints: string[];
}

/** A person with a fresh browser in front of the start page. */
export async function arrive(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const person: Person = { context, page: await context.newPage(), name, complaints: [] };
  listen(person, person.page);
  await person.page.goto('/');
  return person;
}

/** Notes what the page complains of. */
export function listen(person: Person, page: Page): void {
  page.on('pageerror', (error) => person.complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|violat/i.test(message.text())) person.complaints.push(message.text());
  });
}

export async function createRoom(person: Person, roomName: string): Promise<string> {
  const { page } = person;
  await page.getByLabel('Your nickname').fill(person.name);
  await page.getByRole('button', { name: 'Create a room' }).click();
  await page.getByLabel(/^Room name/).fill(roomName);
  await page.getByRole('button', { name: 'Create room' }).click();
  await inRoom(person);
  return codeOf(person);
}

export async function joinRoom(person: Person, code: string): Promise<void> {
  const { page } = person;
  await page.getByLabel('Your nickname').fill(person.name);
  await page.getByLabel('Join with a code or link').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();
  await inRoom(person);
}

export async function inRoom({ page }: Person): Promise<void> {
  await expect(composer(page)).toBeEnabled();
  await expect(page.getByText('Connected').first()).toBeAttached();
}

export const codeOf = ({ page }: Person): string => new URL(page.url()).hash.slice(1);
export const composer = (page: Page): Locator => page.locator('#composer');
export const log = (page: Page): Locator => page.getByRole('log');

export async function say({ page }: Person, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Expects these lines in the log and no others that fit `pattern`: from the top, each as often as it is named. */
export async function expectHeard({ page }: Person, pattern: RegExp, lines: string[]): Promise<void> {
  // The list keeps only the rows near the screen; this one is high enough for all of them.
  await page.setViewportSize({ width: 1280, height: 4_000 });
  const heard = async () => {
    const texts = await log(page).getByRole('article').allTextContents();
    return texts.flatMap((text) => pattern.exec(text)?.[0] ?? []);
  };
  await expect.poll(heard).toEqual(lines);
}
