/** A server process to measure: limits off, a folder of its own, on the second core where there is one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dir, '..');
export const LIMITS_OFF = 'message=off room=off session=off lookup=off request=off socket=off members=off frame=off';
/** The load runs where this process was put; the server goes to the last core. */
const PINNED = cpus().length > 1 && Bun.which('taskset') !== null ? ['taskset', '-c', String(cpus().length - 1)] : [];

export interface MeasuredServer {
  url: string;
  pid: number;
  kill(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** @param script what to run instead of the server, for a baseline that prints its address in the same way */
export async function measuredServer(script = join(ROOT, 'server', 'cli.ts')): Promise<MeasuredServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bauta-bench-'));
  let child: Bun.Subprocess<'ignore', 'pipe', 'inherit'>;
  let port = '0';
  const server: MeasuredServer = {
    url: '',
    pid: 0,
    async start() {
      child = Bun.spawn([...PINNED, process.execPath, script], {
        env: { ...process.env, DATA_DIR: dataDir, PORT: port, LIMITS: LIMITS_OFF, LOG_LEVEL: 'info' },
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
    async dispose() {
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

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
