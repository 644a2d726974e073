import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { runCommand, startServer, type TestServer } from '../support/server.ts';

const PASSWORD = 'seven quiet herons';
let server: TestServer;
let foreign: Server;
let foreignPort = 0;

test.beforeAll(async () => {
  server = await startServer();
  await runCommand(['create-admin', '--username', 'op'], { DATA_DIR: server.dataDir }, `${PASSWORD}\n`);
  foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title><form method="post"></form>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, resolve));
  foreignPort = (foreign.address() as AddressInfo).port;
});
test.afterAll(async () => {
  foreign.close();
  await server.dispose();
});

/** What the panel's own page would get; from the same origin. */
const me = (page: Page) => page.evaluate(async () => (await fetch('/api/admin/me/')).status);

// Another port is another origin of the same site: the browser sends the cookie along, so only the server can refuse.
for (const host of ['localhost', '127.0.0.1']) {
  test(`a page on ${host}:other can do nothing in the name of an operator who is signed in`, async ({ browser }) => {
    const context = await browser.newContext();
    const own = await context.newPage();
    await own.goto(`${server.url}/robots.txt`);
    const signedIn = await own.evaluate(async (password) => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ username: 'op', password });
      return (await fetch('/api/admin/login/', { method: 'POST', headers, body })).status;
    }, PASSWORD);
    expect(signedIn).toBe(200);
    expect(await me(own)).toBe(200);

    const evil = await context.newPage();
    await evil.goto(`http://${host}:${foreignPort}/`);
    const refused: number[] = [];
    context.on('response', (response) => {
      if (response.url().startsWith(`${server.url}/api/`)) refused.push(response.status());
    });
    // Without a body no preflight stands in the way.
    await evil.evaluate(async (url) => {
      await fetch(`${url}/api/admin/logout/`, { method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(
        () => {},
      );
      const text = { 'Content-Type': 'text/plain' };
      const body = '{"notice":"taken over"}';
      await fetch(`${url}/api/admin/settings/`, { method: 'PATCH', headers: text, body, credentials: 'include' }).catch(
        () => {},
      );
    }, server.url);
    const sent = evil.waitForResponse((response) => response.url().endsWith('/api/admin/logout/'));
    await evil.evaluate((url) => {
      const form = document.querySelector('form');
      if (form === null) throw new Error('no form');
      form.action = `${url}/api/admin/logout/`;
      form.submit();
    }, server.url);
    expect((await sent).status()).toBe(403);
    expect(refused.filter((status) => status < 400)).toEqual([]);

    // What it can't read it can't use either.
    const reader = await context.newPage();
    await reader.goto(`http://${host}:${foreignPort}/`);
    const read = await reader.evaluate(
      (url) =>
        fetch(`${url}/api/admin/me/`, { credentials: 'include' }).then(
          () => 'read',
          () => 'refused',
        ),
      server.url,
    );
    expect(read).toBe('refused');
    expect(await me(own)).toBe(200);
    await context.close();
  });
}
