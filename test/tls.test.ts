import { expect, test } from 'bun:test';
import { join } from 'node:path';
import { serverForFile } from './support/server-for-file.ts';

// Made for these tests and known to everybody: it proves nothing to anyone.
const TLS_CERT = join(import.meta.dir, 'support/tls/localhost.crt');
const TLS_KEY = join(import.meta.dir, 'support/tls/localhost.key');
const server = serverForFile({ TLS_CERT, TLS_KEY });

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { ...init, tls: { rejectUnauthorized: false } });

const createSession = () =>
  get('/api/session/create/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.url },
    body: '{"nickname":"Under TLS"}',
  });

test('under TLS the address says so, and browsers are told to come back by TLS only', async () => {
  expect(server.url).toStartWith('https://');
  for (const path of ['/', '/healthz', '/api/session/validate/', '/nothing']) {
    const { headers } = await get(path);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  }
});

test('under TLS the cookie is bound to this host and never leaves TLS', async () => {
  const cookie = (await createSession()).headers.get('set-cookie') ?? '';
  expect(cookie).toStartWith('__Host-bauta_session=');
  for (const part of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
  const headers = { Cookie: cookie.split(';')[0] ?? '' };
  expect((await get('/api/session/validate/', { headers })).status).toBe(200);
  const withoutPrefix = { Cookie: headers.Cookie.replace('__Host-', '') };
  expect((await get('/api/session/validate/', { headers: withoutPrefix })).status).toBe(401);
});

test('a socket opens under TLS', async () => {
  const { session_token } = (await (await createSession()).json()) as { session_token: string };
  const headers = { Authorization: `Bearer ${session_token}`, 'Content-Type': 'application/json' };
  const created = await get('/api/rooms/create/', { method: 'POST', headers, body: '{}' });
  const { room } = (await created.json()) as { room: { code: string } };
  const url = `${server.url.replace('https', 'wss')}/ws/chat/${room.code}/`;
  const socket = new WebSocket(url, { headers, tls: { rejectUnauthorized: false } });
  const first = await new Promise((resolve, reject) => {
    socket.addEventListener('message', (event) => resolve(JSON.parse(String(event.data)).type));
    socket.addEventListener('close', (event) => reject(new Error(`closed with ${event.code}`)));
  });
  expect(first).toBe('welcome');
  socket.close();
});
