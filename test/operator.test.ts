import { afterAll, expect, test } from 'bun:test';
import { existsSync, statSync } from 'node:fs';
import { join as path } from 'node:path';
import { z } from 'zod';
import { routes } from '../protocol/routes.ts';
import { newPerson, newRoom, say } from './support/client.ts';
import { runCommand, startServer } from './support/server.ts';
import { serverForFile } from './support/server-for-file.ts';

const METRICS_TOKEN = 'a-token-for-the-metrics';
const server = serverForFile({ METRICS_TOKEN });
const bare = await startServer();
afterAll(() => bare.dispose());

test('the process says that it lives and that it can serve', async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${server.url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ status: 'ok' });
});

test('metrics are for who has their token, and not there while none is set', async () => {
  const get = (url: string, token?: string) =>
    fetch(`${url}/metrics`, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } });
  expect((await get(bare.url)).status).toBe(404);
  expect((await get(bare.url, METRICS_TOKEN)).status).toBe(404);
  expect((await get(server.url)).status).toBeGreaterThanOrEqual(400);
  expect((await get(server.url, 'a-token-for-the-metricx')).status).toBeGreaterThanOrEqual(400);
  const person = await newPerson(server, 'Metric Canary');
  await say(person, (await newRoom(person)).code, 'counted');
  const answer = await get(server.url, METRICS_TOKEN);
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toMatch(/^# TYPE \w+ (counter|gauge|histogram)$/m);
  for (const secret of ['Metric Canary', person.token, 'counted']) expect(text).not.toContain(secret);
});

const Schema = z.looseObject({});
const OpenApi = z.looseObject({
  openapi: z.string().regex(/^3\.1\./),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.record(
      z.string(),
      z.looseObject({
        operationId: z.string().optional(),
        responses: z.record(z.string().regex(/^([1-5]\d\d|default)$/), z.looseObject({})),
      }),
    ),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), Schema) }),
});

test('the OpenAPI document names every call, with its body and every answer', async () => {
  const document = OpenApi.parse(await (await fetch(`${server.url}/api/openapi.json`)).json());
  for (const [name, route] of Object.entries(routes)) {
    const operation = document.paths[route.path]?.[route.method];
    expect([name, operation !== undefined]).toEqual([name, true]);
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(Object.keys(route.answers)));
    if ('body' in route) expect([name, operation?.requestBody !== undefined]).toEqual([name, true]);
    for (const [, key = ''] of route.path.matchAll(/\{(\w+)\}/g)) {
      expect(JSON.stringify(operation?.parameters)).toContain(`"${key}"`);
    }
  }
});

test('every reference of the OpenAPI document leads somewhere, and every operation has its own name', async () => {
  const document = OpenApi.parse(await (await fetch(`${server.url}/api/openapi.json`)).json());
  for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = reference
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect([reference, found !== undefined]).toEqual([reference, true]);
  }
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  expect(ids).not.toContain(undefined);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the page to browse the API loads nothing from elsewhere', async () => {
  const html = await (await fetch(`${server.url}/api/docs/`)).text();
  expect(html).toContain('/api/session/create/');
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\son\w+=|style="/);
});

test('the data folder and the secret in it are the operator’s alone', () => {
  expect(statSync(server.dataDir).mode & 0o077).toBe(0);
  expect(statSync(path(server.dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
  for (const file of ['bauta.db', 'bauta.db-wal']) expect(statSync(path(server.dataDir, file)).mode & 0o077).toBe(0);
});

test('commands do what they say', async () => {
  const DATA_DIR = path(server.dataDir, 'fresh');
  const migrated = await runCommand(['migrate'], { DATA_DIR });
  expect([migrated.code, migrated.stderr]).toEqual([0, '']);
  expect(existsSync(path(DATA_DIR, 'bauta.db'))).toBe(true);
  expect((await runCommand(['migrate'], { DATA_DIR })).code).toBe(0);
  const cleaned = await runCommand(['cleanup-messages'], { DATA_DIR });
  expect([cleaned.code, cleaned.stdout]).toEqual([0, expect.stringMatching(/\b0\b/)]);
  const examined = await runCommand(['doctor'], { DATA_DIR });
  expect(examined.code).toBe(0);
  expect(examined.stdout).toMatch(/storage|database/i);
  expect((await runCommand(['dance'], { DATA_DIR })).code).not.toBe(0);
});

test('a bad setting stops the start with one line that names it', async () => {
  const bad: [setting: string, value: string][] = [
    ['PORT', 'eight'],
    ['PORT', '70000'],
    ['LIMITS', 'message=fast'],
    ['LIMITS', 'unknown=1/1'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', '-1'],
    ['SECRET_KEY', 'short'],
    ['SESSION_IDLE_SECONDS', '0'],
    ['SESSION_MAX_SECONDS', 'long'],
    ['DATABASE_URL', 'mysql://x'],
    ['TLS_CERT', '/nowhere/cert.pem'],
    ['METRICS_TOKEN', 'x'],
    ['DATA_DIR', '/proc/nowhere'],
    ['ALLOWED_HOSTS', ' , '],
  ];
  const DATA_DIR = path(server.dataDir, 'bad');
  for (const [setting, value] of bad) {
    const { code, stdout, stderr } = await runCommand(['serve'], { DATA_DIR, PORT: '0', [setting]: value });
    expect([setting, value, code]).toEqual([setting, value, 1]);
    const lines = `${stdout}${stderr}`.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(setting);
  }
}, 30_000);

test('a port that is taken stops the start with one line', async () => {
  const { port } = new URL(server.url);
  const DATA_DIR = path(server.dataDir, 'taken');
  const { code, stderr } = await runCommand(['serve'], { DATA_DIR, PORT: port });
  expect([code, stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect(stderr).toContain('PORT');
});
