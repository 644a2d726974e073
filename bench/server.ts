/** A server process to measure: limits off, a folder of its own, on the second core where there is one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dir, '..');
const LIMITS_OFF =
  'message=off room=off session=off lookup=off request=off socket=off members=off frame=off report=off';
/** The load runs where this process was put; the server goes to the last core. */
const PINNED = cpus().length > 1 && Bun.which('taskset') !== null ? ['taskset', '-c', String(cpus().length - 1)] : [];

export interface MeasuredServer {
  url: string;
  pid: number;
  readonly dataDir: string;
  /** Processor time that the running process has taken; NaN where the system has no `/proc`. */
  cpuSeconds(): number;
  kill(): Promise<void>;
  /** As an operator stops it. */
  stop(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * @param script what to run instead of the server, for a baseline that prints its address in the same way
 * @param settings beside those that it has in any case
 */
export async function measuredServer(
  script = join(ROOT, 'server', 'cli.ts'),
  settings: Record<string, string> = {},
): Promise<MeasuredServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bauta-bench-'));
  let child: Bun.Subprocess<'ignore', 'pipe', 'inherit'>;
  let port = '0';
  // Also where the script breaks, or somebody ends it.
  process.on('exit', () => {
    child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });
  const server: MeasuredServer = {
    url: '',
    pid: 0,
    dataDir,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    async start() {
      child = Bun.spawn([...PINNED, process.execPath, script], {
        env: { ...process.env, DATA_DIR: dataDir, PORT: port, LIMITS: LIMITS_OFF, LOG_LEVEL: 'info', ...settings },
        stdin: 'ignore',
        stdout: 'pipe',
        stderr: 'inherit',
      });
      server.url = await listening(child.stdout);
      server.pid = child.pid;
      port = new URL(server.url).port;
    },
    async kill() {
      child.kill('SIGKILL');
      await child.exited;
    },
    async stop() {
      child.kill('SIGTERM');
      await child.exited;
    },
    async dispose() {
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** proc_pid_stat(5): fields 14 and 15 are user and system time, in hundredths of a second; a name may hold spaces. */
function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

async function listening(stdout: ReadableStream<Uint8Array>): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  const reader = stdout.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The server ended: ${text}`);
    text += decoder.decode(value, { stream: true });
    const url = /"url":"([^"]+)"/.exec(text)?.[1];
    if (url === undefined) continue;
    void drain(reader);
    return url;
  }
}

async function drain(reader: { read(): Promise<{ done: boolean }> }): Promise<void> {
  while (!(await reader.read()).done);
}
