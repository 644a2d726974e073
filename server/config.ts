import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Limits, readLimits } from './limits/limits-setting.ts';

export interface Config {
  host: string;
  port: number;
  dataDir: string;
  databaseFile: string;
  secretKey: string;
  allowedHosts: string[];
  trustedProxies: number;
  tls: { certFile: string; keyFile: string } | null;
  session: { idleSeconds: number; maxSeconds: number };
  limits: Limits;
  logLevel: string;
  metricsToken: string | null;
}

/** A setting that can't be used: the message is one line that names it. */
export class ConfigError extends Error {}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.number().min(min, `must be ${min} or more`).max(max, `must be ${max} or less`));

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).prefault('8000'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:./, 'must be sqlite:<file>; other databases are not supported yet')
    .optional(),
  REDIS_URL: z.undefined('several nodes are not supported yet; leave it unset').optional(),
  SECRET_KEY: z.string().min(32, 'must be 32 bytes or more').optional(),
  ALLOWED_HOSTS: z
    .string()
    .default('localhost,127.0.0.1,[::1]')
    .transform((names) =>
      names
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    )
    .pipe(z.array(z.string()).min(1, 'must name at least one host')),
  TRUSTED_PROXIES: wholeNumber(0, 10).prefault('0'),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  SESSION_IDLE_SECONDS: wholeNumber(1, 31_536_000).prefault('604800'),
  SESSION_MAX_SECONDS: wholeNumber(1, 31_536_000).prefault('2592000'),
  LIMITS: z
    .string()
    .default('')
    .transform((setting, context): Limits => {
      try {
        return readLimits(setting);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
        return z.NEVER;
      }
    }),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  METRICS_TOKEN: z.string().min(16, 'must be 16 characters or more').optional(),
});

/**
 * The environment as settings; an empty variable counts as unset. Makes the data folder, and the secret in it, once.
 *
 * @throws ConfigError with one line that names the setting
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const env = parsed.data;
  if ((env.TLS_CERT === undefined) !== (env.TLS_KEY === undefined)) {
    throw new ConfigError(
      `${env.TLS_CERT === undefined ? 'TLS_CERT' : 'TLS_KEY'}: TLS needs both TLS_CERT and TLS_KEY`,
    );
  }
  const dataDir = resolve(env.DATA_DIR);
  makeDataDir(dataDir);
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir,
    databaseFile: env.DATABASE_URL?.replace(/^sqlite:(\/\/)?/, '') ?? join(dataDir, 'bauta.db'),
    secretKey: env.SECRET_KEY ?? keptSecret(dataDir),
    allowedHosts: env.ALLOWED_HOSTS,
    trustedProxies: env.TRUSTED_PROXIES,
    tls:
      env.TLS_CERT !== undefined && env.TLS_KEY !== undefined
        ? { certFile: readable('TLS_CERT', env.TLS_CERT), keyFile: readable('TLS_KEY', env.TLS_KEY) }
        : null,
    session: { idleSeconds: env.SESSION_IDLE_SECONDS, maxSeconds: env.SESSION_MAX_SECONDS },
    limits: env.LIMITS,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN ?? null,
  };
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ConfigError(`DATA_DIR: can't make ${dataDir} (${codeOf(error)})`);
  }
}

function readable(setting: string, file: string): string {
  try {
    readFileSync(file);
    return file;
  } catch (error) {
    throw new ConfigError(`${setting}: can't read ${file} (${codeOf(error)})`);
  }
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret.key');
  try {
    const made = crypto.getRandomValues(new Uint8Array(32)).toHex();
    // `wx`: of two processes that start at once, one makes the file and both read it.
    writeFileSync(file, `${made}\n`, { flag: 'wx', mode: 0o600 });
    return made;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new ConfigError(`DATA_DIR: can't write ${file} (${codeOf(error)})`);
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length < 32)
      throw new ConfigError(`SECRET_KEY: ${file} holds fewer than 32 bytes; restore it or remove it`);
    return kept;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
