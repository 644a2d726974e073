import { expect, test } from 'bun:test';
import { expectHeaders, readProblem } from './support/answer.ts';
import { newPerson, newRoom } from './support/client.ts';
import { rawRequest, refusedUpgrade } from './support/raw.ts';
import { serverForFile } from './support/server-for-file.ts';
import { enter } from './support/socket.ts';

const server = serverForFile();

test('every answer carries the security headers, whatever it is', async () => {
  const paths = ['/', '/r/', '/api/openapi.json', '/api/docs/', '/api/session/validate/', '/nothing', '/api/nothing/'];
  for (const path of [...paths, '/healthz', '/readyz', '/metrics', '/robots.txt', '/assets/none.js', '/index.html']) {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE']) {
      const response = await fetch(`${server.url}${path}`, { method, redirect: 'manual' });
      expect(response.status).toBeLessThan(500);
      expectHeaders(response);
    }
  }
});

test('HSTS is sent under TLS only', async () => {
  expect((await fetch(server.url)).headers.get('strict-transport-security')).toBeNull();
});

test('no answer allows another site to read it', async () => {
  for (const path of ['/', '/api/openapi.json', '/api/session/validate/']) {
    const response = await fetch(`${server.url}${path}`, { headers: { Origin: 'https://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  }
});

test('a call from another site is refused, one from the own site is taken', async () => {
  const create = (origin: string | null, more: Record<string, string> = {}) =>
    fetch(`${server.url}/api/session/create/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(origin === null ? {} : { Origin: origin }), ...more },
      body: '{"nickname":"Origin"}',
    });
  const { port } = new URL(server.url);
  for (const origin of [null, server.url, `http://localhost:${port}`]) expect((await create(origin)).status).toBe(201);
  const foreign = ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://evil.example:8000', 'x'];
  for (const origin of foreign) {
    const response = await create(origin);
    expect(readProblem(response, await response.text()).code).toBe('forbidden');
  }
  expect((await create(null, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  expect((await create(server.url, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201);
});

test('every unsafe method is looked at', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  for (const [method, path] of [
    ['PATCH', `/api/rooms/${code}/`],
    ['DELETE', `/api/rooms/${code}/`],
    ['PUT', '/api/messages/x/reactions/%F0%9F%91%8D/'],
    ['POST', `/api/rooms/${code}/leave/`],
    ['DELETE', '/api/session/'],
  ] as const) {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { Cookie: `bauta_session=${person.token}`, Origin: 'https://evil.example' },
    });
    expect([path, response.status]).toEqual([path, 403]);
  }
  await person.call('getRoom', { params: { code } });
});

test('a socket from another site is refused before the upgrade', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const path = `/ws/chat/${code}/`;
  const cookie = `Cookie: bauta_session=${person.token}`;
  for (const origin of ['https://evil.example', 'null']) {
    const response = await refusedUpgrade(server, path, [cookie, `Origin: ${origin}`]);
    expect(readProblem(response, await response.text()).code).toBe('forbidden');
    expectHeaders(response);
  }
  await (await enter(server, person, code, { by: 'cookie', headers: { Origin: server.url } })).close();
});

test('a name that is not served is refused, by call, page and socket', async () => {
  const person = await newPerson(server);
  const { code } = await newRoom(person);
  const { port } = new URL(server.url);
  for (const host of ['evil.example', `evil.example:${port}`, '169.254.169.254', 'localhost.evil.example']) {
    for (const path of ['/', '/api/openapi.json', `/api/rooms/${code}/`]) {
      const response = await rawRequest(server, [`GET ${path} HTTP/1.1`, `Host: ${host}`]);
      expect([path, response.status]).toEqual([path, 400]);
      expectHeaders(response);
    }
    const upgrade = await refusedUpgrade(server, `/ws/chat/${code}/?token=${person.token}`, [`Host: ${host}`]);
    expect(upgrade.status).toBe(400);
  }
  for (const host of [`localhost:${port}`, '127.0.0.1', `[::1]:${port}`, 'LOCALHOST']) {
    const response = await rawRequest(server, ['GET /healthz HTTP/1.1', `Host: ${host}`]);
    expect([host, response.status]).toEqual([host, 200]);
  }
});
