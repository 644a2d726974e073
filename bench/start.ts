/**
 * How long a start takes, and the memory of a server that nobody uses. `bun bench/start.ts [clone]`: with `clone`, also the
 * very first `npm start` in a fresh clone, which fetches its packages.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, newRoom, newSession, percentile } from './people.ts';
import { measuredServer } from './server.ts';

const ROOT = join(import.meta.dir, '..');
const STARTS = 9;
const IDLE_MS = 5_000;
const SOCKETS = 500;
const NPM_START_MS = 180_000;

const cold: number[] = [];
const warm: number[] = [];
for (let n = 0; n < STARTS; n++) {
  const startedMs = performance.now();
  const server = await measuredServer();
  cold.push(await untilReady(server.url, startedMs));
  await server.stop();
  const againMs = performance.now();
  await server.start();
  warm.push(await untilReady(server.url, againMs));
  await server.dispose();
}
say(`server, empty folder: ${shown(cold)}`);
say(`server, with its data: ${shown(warm)}`);

const server = await measuredServer();
await Bun.sleep(IDLE_MS);
say(`memory, idle for ${IDLE_MS / 1000} s: ${memory(server.pid)}`);
const owner = await newSession(server.url, 0);
const code = await newRoom(server.url, owner);
await connect(server.url, code, owner, () => {});
for (let n = 1; n < SOCKETS; n++) await connect(server.url, code, await newSession(server.url, n), () => {});
await Bun.sleep(IDLE_MS);
say(`memory, ${SOCKETS} people in one room, silent for ${IDLE_MS / 1000} s: ${memory(server.pid)}`);
await server.dispose();

// The first one may have to build the web client, or to install.
await npmStart(ROOT);
say(`npm start, nothing to install or build: ${seconds(await npmStart(ROOT))}`);
if (process.argv[2] === 'clone') {
  const folder = mkdtempSync(join(tmpdir(), 'bauta-clone-'));
  Bun.spawnSync(['git', 'clone', '--quiet', '--depth=1', `file://${ROOT}`, folder]);
  say(`npm start, fresh clone: ${seconds(await npmStart(folder))}`);
  say(`npm start, the second there: ${seconds(await npmStart(folder))}`);
  rmSync(folder, { recursive: true });
}
process.exit(0);

/** Milliseconds from `startedMs` until it says that it can serve. */
async function untilReady(url: string, startedMs: number): Promise<number> {
  const answer = await fetch(`${url}/readyz`);
  if (!answer.ok) throw new Error(`/readyz answered ${answer.status}`);
  return performance.now() - startedMs;
}

/** Milliseconds until `npm start` prints its address; then ends it. */
async function npmStart(checkout: string): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bauta-bench-'));
  const startedMs = performance.now();
  const child = Bun.spawn(['npm', 'start'], {
    cwd: checkout,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'inherit',
  });
  const overdue = setTimeout(() => child.kill('SIGTERM'), NPM_START_MS);
  let text = '';
  for await (const chunk of child.stdout) {
    text += Buffer.from(chunk).toString();
    if (text.includes('Bauta is ready:')) break;
  }
  const tookMs = performance.now() - startedMs;
  clearTimeout(overdue);
  child.kill('SIGTERM');
  await child.exited;
  rmSync(dataDir, { recursive: true, force: true });
  if (!text.includes('Bauta is ready:')) throw new Error(`npm start did not come up: ${text}`);
  return tookMs;
}

/** Resident memory, and the part of it that is no page of Bun's own file. Linux only. */
function memory(pid: number): string {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (field: string) =>
    (Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024).toFixed(1);
  return `${mib('VmRSS')} MiB resident, ${mib('RssAnon')} MiB of it its own`;
}

function shown(times: number[]): string {
  times.sort((a, b) => a - b);
  return `median ${Math.round(percentile(times, 0.5))} ms, slowest ${Math.round(times.at(-1) ?? 0)} ms of ${times.length} starts until /readyz`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
