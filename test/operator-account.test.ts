import { afterAll, expect, test } from 'bun:test';
import { type TOTP, URI } from 'otpauth';
import { expectHeaders, readProblem } from './support/answer.ts';
import { createClient } from './support/client.ts';
import { filesWith } from './support/disk.ts';
import { createOperator, PASSWORD, signIn } from './support/operator.ts';
import { NO_LIMITS, runCommand, startServer } from './support/server.ts';
import { serverForFile } from './support/server-for-file.ts';

const server = serverForFile();
const throttled = await startServer({ LIMITS: `${NO_LIMITS} login=5/900`, TRUSTED_PROXIES: '1' });
afterAll(() => throttled.dispose());

const createAdmin = (args: string[], input: string) =>
  runCommand(['create-admin', ...args], { DATA_DIR: server.dataDir }, input);

test('there is no operator until one is made, and no default one', async () => {
  const anybody = createClient(server, null, { Origin: server.url });
  for (const [username, password] of [
    ['admin', 'admin'],
    ['admin', 'bauta'],
    ['op', PASSWORD],
  ] as const) {
    await anybody.refused('unauthenticated', 'adminLogin', { body: { username, password } });
  }
});

test('create-admin refuses weak passwords, strange names and a name that is taken, and changes nothing then', async () => {
  const refused: [args: string[], input: string, why: RegExp][] = [
    [['--username', 'x'], 'short\n', /12 characters/],
    [['--username', 'x'], '\n', /No password/],
    [['--username', 'x'], '', /No password/],
    [['--username', 'x'], 'password1234\n', /common/],
    [['--username', 'x'], 'qwertyuiopas\n', /common/],
    [['--username', 'x'], 'aaaaaaaaaaaaaa\n', /common/],
    [['--username', 'x'], 'abcabcabcabc\n', /common/],
    [['--username', 'x y'], `${PASSWORD}\n`, /name/],
    [['--username', 'somebody'], 'somebody is here\n', /name/],
    [['--username', 'nobody', '--reset'], `${PASSWORD}\n`, /no operator/],
  ];
  for (const [args, input, why] of refused) {
    const { code, stderr, stdout } = await createAdmin(args, input);
    expect([args, input, code, stdout]).toEqual([args, input, 1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(why);
  }
  expect((await createAdmin(['--username', 'first'], `${PASSWORD}\n`)).code).toBe(0);
  expect((await createAdmin(['--username', 'FIRST'], `${PASSWORD}\n`)).stderr).toMatch(/already/);
  expect(filesWith(server, PASSWORD)).toEqual([]);
  const hash = filesWith(server, '$argon2id$v=19$m=32768,t=3,p=');
  expect(hash.length).toBeGreaterThan(0);
}, 30_000);

test('a new password ends what was open under the old one', async () => {
  await createOperator(server, 'reset');
  const before = await signIn(server, 'reset');
  expect((await createAdmin(['--username', 'reset', '--reset'], 'another long secret\n')).code).toBe(0);
  await before.refused('unauthenticated', 'adminMe');
  const anybody = createClient(server, null, { Origin: server.url });
  await anybody.refused('unauthenticated', 'adminLogin', { body: { username: 'reset', password: PASSWORD } });
  await anybody.call('adminLogin', { body: { username: 'reset', password: 'another long secret' } });
});

test('an unknown name and a wrong password are answered alike', async () => {
  await createOperator(server, 'known');
  const anybody = createClient(server, null, { Origin: server.url });
  const tryOf = async (username: string) => {
    const startedMs = performance.now();
    const { request_id: _, ...problem } = await anybody.refused('unauthenticated', 'adminLogin', {
      body: { username, password: 'wrong wrong wrong' },
    });
    return { problem, ms: performance.now() - startedMs };
  };
  await tryOf('known');
  const [unknown, known] = [await tryOf('unknown'), await tryOf('known')];
  expect(unknown.problem).toEqual(known.problem);
  // Both hash a password; a look-up alone would be a hundredth of that.
  expect(unknown.ms).toBeGreaterThan(known.ms / 4);
});

test('five failed tries in 15 minutes, for an account from anywhere and for a network with any account', async () => {
  await createOperator(throttled);
  await throttled.clock.hold();
  const from = (address: string) =>
    createClient(throttled, null, { Origin: throttled.url, 'X-Forwarded-For': address });
  const wrong = (username: string) => ({ body: { username, password: 'wrong wrong wrong' } });
  for (let n = 0; n < 5; n++) await from(`203.0.113.${n}`).refused('unauthenticated', 'adminLogin', wrong('op'));
  const right = { body: { username: 'op', password: PASSWORD } };
  const { retry_after_seconds } = await from('203.0.113.9').refused('rate_limited', 'adminLogin', right);
  expect(retry_after_seconds).toBe(900);
  // A name that nobody has is counted the same way.
  for (let n = 0; n < 5; n++) await from(`203.0.113.${n}`).refused('unauthenticated', 'adminLogin', wrong('ghost'));
  await from('203.0.113.10').refused('rate_limited', 'adminLogin', wrong('ghost'));
  // And so is a network that tries one name after the other.
  for (let n = 0; n < 5; n++) await from('198.51.100.1').refused('unauthenticated', 'adminLogin', wrong(`name${n}`));
  await from('198.51.100.1').refused('rate_limited', 'adminLogin', wrong('name9'));
  await throttled.clock.advance(899_999);
  await from('203.0.113.9').refused('rate_limited', 'adminLogin', right);
  await throttled.clock.advance(1);
  await from('203.0.113.9').call('adminLogin', right);
  // Signing in rightly counts nothing.
  for (let n = 0; n < 7; n++) await from('203.0.113.9').call('adminLogin', right);
}, 30_000);

test('wrong tries of others don’t keep an operator out of a browser that was signed in from before', async () => {
  await throttled.clock.advance(2_000_000);
  const from = (address: string, headers: Record<string, string> = {}) =>
    createClient(throttled, null, { Origin: throttled.url, 'X-Forwarded-For': address, ...headers });
  const right = { body: { username: 'op', password: PASSWORD } };
  const wrong = { body: { username: 'op', password: 'wrong wrong wrong' } };
  const { headers } = await from('203.0.113.50').callForStatus('adminLogin', right);
  const device = headers.getSetCookie().find((cookie) => cookie.startsWith('bauta_admin_device=')) ?? '';
  for (const part of ['HttpOnly', 'SameSite=Strict']) expect(device).toContain(part);
  const Cookie = device.split(';')[0] ?? '';
  for (let n = 0; n < 5; n++) await from(`198.51.100.${n}`).refused('unauthenticated', 'adminLogin', wrong);
  await from('203.0.113.51').refused('rate_limited', 'adminLogin', right);
  await from('203.0.113.51', { Cookie }).call('adminLogin', right);
  // A made-up one is no better than none, and a real one has five tries itself.
  await from('203.0.113.52', { Cookie: `${Cookie}x` }).refused('rate_limited', 'adminLogin', right);
  for (let n = 0; n < 5; n++) await from(`192.0.2.${n}`, { Cookie }).refused('unauthenticated', 'adminLogin', wrong);
  await from('192.0.2.9', { Cookie }).refused('rate_limited', 'adminLogin', right);
}, 30_000);

test('twenty tries at once are no way around the limit', async () => {
  await throttled.clock.advance(2_000_000);
  const anybody = createClient(throttled, null, { Origin: throttled.url, 'X-Forwarded-For': '192.0.2.1' });
  const codes = await Promise.all(
    Array.from({ length: 20 }, () =>
      anybody
        .callForStatus('adminLogin', { body: { username: 'op', password: 'wrong wrong wrong' } })
        .catch((error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1]),
    ),
  );
  expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(15);
}, 30_000);

test('the operator’s cookie is kept from scripts and other sites, and signing out ends it on the server', async () => {
  await createOperator(server, 'cookie');
  const anybody = createClient(server, null, { Origin: server.url });
  const { headers } = await anybody.callForStatus('adminLogin', { body: { username: 'cookie', password: PASSWORD } });
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toStartWith('bauta_admin=');
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(part);
  const operator = createClient(server, null, { Origin: server.url, Cookie: cookie.split(';')[0] ?? '' });
  await operator.call('adminMe');
  await operator.call('adminLogout');
  await operator.refused('unauthenticated', 'adminMe');
  // A person's token opens nothing here, nor does the operator's open people's calls.
  await operator.refused('unauthenticated', 'validateSession');
});

test('unsafe calls of the panel must say that they come from here', async () => {
  await createOperator(server, 'origin');
  const { cookie } = await signIn(server, 'origin');
  const logout = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/admin/confirm/`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ password: PASSWORD }),
    });
  for (const headers of [
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://evil.example' },
  ] as Record<string, string>[]) {
    const response = await logout(headers);
    expectHeaders(response);
    expect([headers, readProblem(response, await response.text()).code]).toEqual([headers, 'forbidden']);
  }
  expect((await logout({ Origin: server.url })).status).toBe(200);
  expect((await logout({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
});

test('who is away for 30 minutes is signed out, and after 12 hours in any case', async () => {
  await createOperator(server, 'idle');
  await server.clock.hold();
  const operator = await signIn(server, 'idle');
  await server.clock.advance(30 * 60_000 - 1);
  await operator.call('adminSettings');
  // An open dashboard asks by itself; that keeps nobody signed in.
  for (let n = 0; n < 29; n++) {
    await server.clock.advance(60_000);
    await operator.call('adminStats');
    await operator.call('adminMe');
  }
  await server.clock.advance(60_000);
  await operator.refused('unauthenticated', 'adminMe');
  const busy = await signIn(server, 'idle');
  for (let n = 0; n < 35; n++) {
    await server.clock.advance(20 * 60_000);
    await busy.call('adminSettings');
  }
  await server.clock.advance(20 * 60_000);
  await busy.refused('unauthenticated', 'adminMe');
  await server.clock.run();
});

test('what can’t be undone asks for the password again after 15 minutes', async () => {
  await createOperator(server, 'confirm');
  await server.clock.hold();
  const operator = await signIn(server, 'confirm');
  const change = () => operator.call('adminUpdateSettings', { body: { notice: 'Hello' } });
  await server.clock.advance(15 * 60_000 - 1);
  await change();
  await server.clock.advance(1);
  await operator.refused('confirmation_required', 'adminUpdateSettings', { body: { notice: 'Hello again' } });
  await operator.refused('confirmation_required', 'adminBan', { params: { id: 'x' }, body: {} });
  await operator.refused('invalid_request', 'adminConfirm', { body: { password: 'wrong wrong wrong' } });
  const { confirmed_until } = await operator.call('adminConfirm', { body: { password: PASSWORD } });
  expect(Date.parse(confirmed_until)).toBe(server.clock.nowMs() + 15 * 60_000);
  await change();
  await server.clock.run();
});

test('where one is signed in is listed, and can be ended from elsewhere', async () => {
  await createOperator(server, 'many');
  const [here, there] = [await signIn(server, 'many'), await signIn(server, 'many')];
  const { sessions } = await here.call('adminListSessions');
  expect(sessions.map(({ current }) => current).toSorted()).toEqual([false, true]);
  const id = sessions.find(({ current }) => !current)?.id ?? '';
  await here.call('adminRevokeSession', { params: { id } });
  await there.refused('unauthenticated', 'adminMe');
  await here.refused('not_found', 'adminRevokeSession', { params: { id } });
  await here.call('adminMe');
});

test('one-time codes: asked for once enabled, none is taken twice, recovery codes work once, and nothing of it lies open', async () => {
  await createOperator(server, 'totp');
  const operator = await signIn(server, 'totp');
  const { secret, uri } = await operator.call('adminStartTotp');
  const authenticator = URI.parse(uri) as TOTP;
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  const now = () => authenticator.generate({ timestamp: server.clock.nowMs() });
  await operator.refused('invalid_request', 'adminEnableTotp', { body: { code: '000000' } });
  // Nothing is asked for before a code has shown that the secret arrived.
  await signIn(server, 'totp');
  const { recovery_codes } = await operator.call('adminEnableTotp', { body: { code: now() } });
  expect(recovery_codes).toHaveLength(10);
  expect(new Set(recovery_codes).size).toBe(10);

  const anybody = createClient(server, null, { Origin: server.url });
  const login = (code?: string) => ({
    body: { username: 'totp', password: PASSWORD, ...(code === undefined ? {} : { code }) },
  });
  await anybody.refused('unauthenticated', 'adminLogin', login());
  await anybody.refused('unauthenticated', 'adminLogin', login('000000'));
  // The code that enabled it is used up.
  await anybody.refused('unauthenticated', 'adminLogin', login(now()));
  await server.clock.advance(30_000);
  const code = now();
  await signIn(server, 'totp', code);
  await anybody.refused('unauthenticated', 'adminLogin', login(code));

  const [first = '', second = ''] = recovery_codes;
  await signIn(server, 'totp', first);
  await anybody.refused('unauthenticated', 'adminLogin', login(first));
  await signIn(server, 'totp', second.toLowerCase().replaceAll('-', ' '));
  expect((await operator.call('adminMe')).admin).toMatchObject({ totp_enabled: true, recovery_codes_left: 8 });
  for (const text of [secret, first, first.replaceAll('-', ''), recovery_codes[5]?.replaceAll('-', '') ?? '']) {
    expect([text, filesWith(server, text)]).toEqual([text, []]);
  }

  await operator.refused('conflict', 'adminStartTotp');
  await operator.call('adminDisableTotp');
  await signIn(server, 'totp');
});
