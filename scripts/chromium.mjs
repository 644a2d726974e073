import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A Chromium that runs here: the system's; else the one that came through npm; else, as root on Debian, one from its packages.
 * @returns {Promise<string>} The program's path. Rejects with what to do where there is none.
 */
export async function findChromium() {
  const installed = INSTALLED.find(runs);
  if (installed) return installed;
  // What it takes for a Lambda gets the libraries and fonts too that a bare machine hasn't; they are read before its import.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const unpacked = await packed.executablePath().catch(() => '');
  if (runs(unpacked)) return unpacked;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing Chromium from the system’s packages…\n');
    const quiet = /** @type {const} */ ({ stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    const added = INSTALLED.find(runs);
    if (added) return added;
  }
  throw new Error('The browser tests need Chromium. On Debian or Ubuntu: apt-get install chromium');
}

/** @param {string} program */
function runs(program) {
  return existsSync(program) && spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}
