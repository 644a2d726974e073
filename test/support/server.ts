/** A real server process on a port and a data folder of its own. Runs under Bun and under Node, for the browser tests too. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClock, type TestClock } from './clock.ts';

const SUPPORT = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(dirname(SUPPORT));
const BUN = join(ROOT, 'node_modules', '.bin', 'bun');
const START_MS = 15_000;
const COMMAND_MS = 10_000;

export const NO_LIMITS =
  'message=off room=off session=off lookup=off login=off request=off socket=off members=off frame=off report=off';

export interface TestServer {
  /** `http://localhost:<port>`; stays the same over restarts. */
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly clock: TestClock;
  /** Everything that its processes have written so far. */
  readonly output: { stdout: string; stderr: string };
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder, after `stop` or `kill`. */
  restart(): Promise<void>;
  /** Stops what runs and removes the folder. */
  dispose(): Promise<void>;
}

export type Environment = Record<string, string>;

/** @param env Settings of the process. Limits are off unless `LIMITS` is given. */
export async function startServer(env: Environment = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bauta-test-'));
  const clock = createClock();
  const output = { stdout: '', stderr: '' };
  let port = '0';
  let url = '';
  let child: ChildProcess;
  let ended: Promise<number | null>;

  async function start(): Promise<void> {
    const args = ['--preload', join(SUPPORT, 'shifted-clock.ts'), join(ROOT, 'server', 'cli.ts'), 'serve'];
    const settings = { DATA_DIR: dataDir, PORT: port, LIMITS: NO_LIMITS, TEST_CLOCK: clock.setting(), ...env };
    child = spawn(BUN, args, {
      cwd: dataDir,
      env: { ...cleanEnvironment(), ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'json',
    });
    ended = new Promise((resolve) => child.once('close', resolve));
    child.stderr?.on('data', (chunk: Buffer) => {
      output.stderr += chunk;
    });
    clock.connect(child);
    url = await listening(child, ended, output);
    port = new URL(url).port;
  }

  await start();
  const running = () => child.exitCode === null && child.signalCode === null;
  const server: TestServer = {
    get url() {
      return url;
    },
    get pid() {
      return child.pid ?? 0;
    },
    dataDir,
    clock,
    output,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    restart: start,
    async dispose() {
      if (running()) await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return server;
}

/** Resolves with the address of the log line `listening`. */
function listening(child: ChildProcess, ended: Promise<unknown>, output: TestServer['output']): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new Error(`${why}\n${output.stdout}${output.stderr}`));
    const timer = setTimeout(() => refuse('the server did not listen in time'), START_MS);
    let unread = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output.stdout += chunk;
      const lines = `${unread}${chunk}`.split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        const entry: { msg?: string; url?: string } = line.startsWith('{') ? JSON.parse(line) : {};
        if (entry.msg !== 'listening' || entry.url === undefined) continue;
        clearTimeout(timer);
        resolve(entry.url);
      }
    });
    void ended.then(() => {
      clearTimeout(timer);
      refuse('the server ended before it listened');
    });
  });
}

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command of the server (`cleanup-messages`, `migrate`, …) to its end; one that doesn’t end is killed.
 * @param input what it reads from stdin, as `create-admin` does its password
 */
export function runCommand(args: string[], env: Environment, input = ''): Promise<CommandResult> {
  const preload = env.TEST_CLOCK === undefined ? [] : ['--preload', join(SUPPORT, 'shifted-clock.ts')];
  const child = spawn(BUN, [...preload, join(ROOT, 'server', 'cli.ts'), ...args], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {
    // It ended without reading all of it.
  });
  child.stdin.end(input);
  const result: CommandResult = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    result.stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    result.stderr += chunk;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), COMMAND_MS);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ ...result, code });
    });
  });
}

/** None of the settings that the person who runs the tests may have set. */
function cleanEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
}
