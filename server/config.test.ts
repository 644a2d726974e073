import { afterAll, describe, expect, test } from 'bun:test';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'bauta-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const newFolder = () => join(folder, `${made++}`);
const read = (given: Record<string, string | undefined> = {}) => readConfig({ DATA_DIR: newFolder(), ...given });

function complaint(given: Record<string, string | undefined>): string {
  try {
    read(given);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no complaint';
}

describe('settings', () => {
  test('none at all are enough', () => {
    const dataDir = newFolder();
    expect(readConfig({ DATA_DIR: dataDir })).toMatchObject({
      host: '127.0.0.1',
      port: 8_000,
      dataDir,
      databaseFile: join(dataDir, 'bauta.db'),
      allowedHosts: ['localhost', '127.0.0.1', '[::1]'],
      trustedProxies: 0,
      tls: null,
      session: { idleSeconds: 604_800, maxSeconds: 2_592_000 },
      logLevel: 'info',
      metricsToken: null,
    });
  });

  test('each can be given', () => {
    const cert = join(folder, 'cert.pem');
    writeFileSync(cert, 'x');
    expect(
      read({
        HOST: '0.0.0.0',
        PORT: '0',
        DATABASE_URL: 'sqlite:/tmp/other.db',
        SECRET_KEY: 's'.repeat(32),
        ALLOWED_HOSTS: 'Chat.Example.org, [::1] ,',
        TRUSTED_PROXIES: '2',
        TLS_CERT: cert,
        TLS_KEY: cert,
        SESSION_IDLE_SECONDS: '60',
        SESSION_MAX_SECONDS: '120',
        LIMITS: 'members=7',
        LOG_LEVEL: 'debug',
        METRICS_TOKEN: 't'.repeat(16),
      }),
    ).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      databaseFile: '/tmp/other.db',
      secretKey: 's'.repeat(32),
      allowedHosts: ['chat.example.org', '[::1]'],
      trustedProxies: 2,
      tls: { certFile: cert, keyFile: cert },
      session: { idleSeconds: 60, maxSeconds: 120 },
      limits: { membersPerRoom: 7 },
      logLevel: 'debug',
      metricsToken: 't'.repeat(16),
    });
  });

  test('an empty one counts as unset', () => {
    expect(read({ PORT: '', SECRET_KEY: '', METRICS_TOKEN: '', REDIS_URL: '', TLS_CERT: '' })).toMatchObject({
      port: 8_000,
      metricsToken: null,
      tls: null,
    });
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', ' 80'],
    ['DATABASE_URL', 'postgres://localhost/bauta'],
    ['DATABASE_URL', 'sqlite:'],
    ['REDIS_URL', 'redis://localhost'],
    ['SECRET_KEY', 's'.repeat(31)],
    ['TRUSTED_PROXIES', 'yes'],
    ['TRUSTED_PROXIES', '11'],
    ['SESSION_IDLE_SECONDS', '0'],
    ['SESSION_IDLE_SECONDS', '7d'],
    ['SESSION_MAX_SECONDS', '31536001'],
    ['LIMITS', 'message=fast'],
    ['LIMITS', 'speed=1/2\nroom=1/2'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['TLS_CERT', '/nowhere/cert.pem'],
    ['TLS_KEY', '/nowhere/key.pem'],
    ['DATA_DIR', '/proc/nowhere/data'],
  ])('a bad %s (%j) is one line that names it', (name, value) => {
    const line = complaint({ [name]: value });
    expect(line).toMatch(/^[^\n]{10,200}$/);
    // Of a pair it is the missing one that is named.
    const named = name === 'TLS_CERT' ? 'TLS_KEY' : name === 'TLS_KEY' ? 'TLS_CERT' : name;
    expect(line.split(':')[0]).toBe(named);
  });

  test('a certificate that can’t be read is named', () => {
    const key = join(folder, 'key.pem');
    writeFileSync(key, 'x');
    expect(complaint({ TLS_CERT: '/nowhere/cert.pem', TLS_KEY: key })).toMatch(/^TLS_CERT: .*ENOENT/);
    expect(complaint({ TLS_CERT: key, TLS_KEY: '/nowhere/key.pem' })).toMatch(/^TLS_KEY: .*ENOENT/);
  });

  test('a complaint never shows the secret', () => {
    expect(complaint({ SECRET_KEY: 'hunter2' })).not.toContain('hunter2');
    expect(complaint({ METRICS_TOKEN: 'hunter2' })).not.toContain('hunter2');
  });
});

describe('the secret', () => {
  test('is made once, for the owner of the file only, and found again', () => {
    const dataDir = newFolder();
    const first = readConfig({ DATA_DIR: dataDir });
    const file = join(dataDir, 'secret.key');
    expect(first.secretKey).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8').trim()).toBe(first.secretKey);
    expect(readConfig({ DATA_DIR: dataDir }).secretKey).toBe(first.secretKey);
    expect(read().secretKey).not.toBe(first.secretKey);
  });

  test('is not made where one is given', () => {
    const dataDir = newFolder();
    readConfig({ DATA_DIR: dataDir, SECRET_KEY: 's'.repeat(32) });
    expect(statSync(join(dataDir, 'secret.key'), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('that was cut short stops the start instead of being replaced', () => {
    const dataDir = newFolder();
    readConfig({ DATA_DIR: dataDir });
    const file = join(dataDir, 'secret.key');
    writeFileSync(file, 'short\n');
    chmodSync(file, 0o600);
    expect(complaint({ DATA_DIR: dataDir })).toMatch(/^SECRET_KEY: /);
    expect(readFileSync(file, 'utf8')).toBe('short\n');
  });
});
