import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { run } from './child.mjs';
import { inRoot, ROOT } from './root.mjs';

const SOURCES = ['web', 'protocol', 'sealed', 'vite.config.ts', 'package-lock.json'];
const TEXT = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.map']);
const OUT = inRoot('build', 'web');
const HASH_FILE = inRoot('build', 'web.hash');

/** Builds the web client into build/web, if its sources changed since the last time. Ends the process where the build fails. */
export async function buildWeb() {
  const hash = sourcesHash();
  if (existsSync(join(OUT, 'index.html')) && existsSync(HASH_FILE) && readFileSync(HASH_FILE, 'utf8') === hash) return;
  process.stdout.write('Building the web client…\n');
  // Taken away first: a build that breaks off must not pass for a whole one the next time.
  rmSync(HASH_FILE, { force: true });
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (code !== 0) process.exit(code);
  await Promise.all(
    filesBelow(OUT)
      .filter((file) => TEXT.has(extname(file)))
      .map(compress),
  );
  writeFileSync(HASH_FILE, hash);
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = inRoot(source);
    if (!existsSync(path)) continue;
    const files = statSync(path).isDirectory() ? filesBelow(path) : [path];
    for (const file of files) {
      if (!/\.test\.[a-z]+$/.test(file))
        hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} Sorted, so that the same files always give the same hash.
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * `.br` and `.gz` beside the file, so that the server compresses nothing while people wait.
 * @param {string} file
 */
async function compress(file) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
