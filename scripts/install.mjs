import { readFileSync } from 'node:fs';
import { whyNoBun } from './bun.mjs';
import { run } from './child.mjs';
import { inRoot, ROOT } from './root.mjs';

/** @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry */

/**
 * Installs what the lockfile says where something of it is missing or differs; else it only compares, in milliseconds.
 * @param {{ dev: boolean }} wanted Whether what only tests need is wanted too.
 */
export async function install({ dev }) {
  const difference = firstDifference({ dev });
  if (difference) {
    process.stdout.write(`Installing packages (${difference})…\n`);
    // Not `npm ci`: it refuses a lockfile that lacks the packages of other platforms where the registry lacks them too.
    const args = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...(dev ? ['--include=dev'] : ['--omit=dev']),
    ];
    const code = await run('npm', args, { cwd: ROOT, stdio: ['inherit', 'ignore', 'inherit'] });
    if (code !== 0) fail('npm install failed; see above.');
  }
  // npm can be told to run no install scripts, by its settings or by the machine’s.
  if (whyNoBun())
    await run('npm', ['rebuild', 'bun', '--loglevel=error'], { cwd: ROOT, stdio: ['inherit', 'ignore', 'inherit'] });
  const problem = whyNoBun();
  if (problem) fail(problem);
}

/** @param {{ dev: boolean }} wanted */
function firstDifference({ dev }) {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!locked) fail('package-lock.json is missing: this is no whole checkout.');
  if (!installed) return 'none is there yet';
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '' || (entry.dev && !dev)) continue;
    const there = installed[path];
    if (!there && entry.optional && !isForThisMachine(entry)) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (!there) return `${name} is missing`;
    if (there.version !== entry.version || there.integrity !== entry.integrity) return `${name} differs`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, Entry> | null}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * An optional package that names no platform hangs below one that does, so it can’t tell: npm knows.
 * @param {Entry} entry
 */
function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  const takes = (/** @type {string[] | undefined} */ list, /** @type {string} */ mine) =>
    !list || ((list.includes(mine) || list.some((one) => one.startsWith('!'))) && !list.includes(`!${mine}`));
  return takes(os, process.platform) && takes(cpu, process.arch) && (!libc || takes(libc, libcOfThisMachine()));
}

/** @type {string | undefined} */
let libcFound;
function libcOfThisMachine() {
  if (libcFound === undefined) {
    const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
    libcFound = header.glibcVersionRuntime ? 'glibc' : 'musl';
  }
  return libcFound;
}

/**
 * @param {string} line
 * @returns {never}
 */
function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
