/** The operator with a browser, and what waits for them. */
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import type { Message, Room } from '../../protocol/objects.ts';
import { runCommand, startServer, type TestServer } from '../support/server.ts';
import { type Caller, personOverApi } from './over-api.ts';
import { listen, type Person } from './people.ts';

export const PASSWORD = 'a long password of the operator';

/** What somebody writes who hopes that the operator's browser runs it. */
export const HOSTILE = {
  nickname: '<img src=x onerror=alert(1)>',
  room: '<script>alert(2)</script>',
  message: '<svg onload=alert(3)>"\'><a href="javascript:alert(4)">press</a>',
  details: '</textarea><iframe srcdoc="<script>alert(5)</script>">',
  reason: '{{7*7}}<b onmouseover=alert(7)>x</b>',
};

/** A server with the operator `op`. */
export async function serverWithOperator(): Promise<TestServer> {
  const server = await startServer();
  const made = await runCommand(['create-admin', '--username', 'op'], { DATA_DIR: server.dataDir }, `${PASSWORD}\n`);
  expect(made.code, made.stderr).toBe(0);
  return server;
}

/** A hostile message in a hostile room, reported by two people. */
export async function reportedByTwo(server: TestServer): Promise<{ anna: Caller; ben: Caller; room: Room }> {
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

/** The operator in front of the panel; what scripts of others do there is a complaint. */
export async function signIn(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<Person> {
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
  await expect(op.page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  return op;
}

export async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${section}\\b`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(section);
}
