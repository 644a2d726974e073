/** `npm test`: everything that must hold, cheapest first; stops at the first step that fails. Ends with one line of counts. */
import './node-version.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { BUN } from './bun.mjs';
import { run } from './child.mjs';
import { findChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { inRoot, ROOT } from './root.mjs';

const REPORTS = inRoot('build', 'reports');
/** Without colours where nobody looks at them on a screen. */
const PLAIN = process.stdout.isTTY ? [] : ['--colors=off'];
const total = { passed: 0, failed: 0, skipped: 0 };

await install({ dev: true });
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

await step('format, lint and walls', () =>
  tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...PLAIN, '.'),
);
await step('types of server and tests', () => tool('typescript/bin/tsc', '-p', '.'));
await step('types of the web client', () => tool('typescript/bin/tsc', '-p', 'web'));
await step('types of the browser tests', () => tool('typescript/bin/tsc', '-p', 'test/e2e'));
await step('unused code', () => tool('knip/bin/knip.js'));
await step('unit and contract tests', () => bunTest('unit', './protocol', './server', './web', './scripts'));
await step('black-box tests', () => bunTest('black-box', ...filesIn('test', '.test.ts')));
await step('web client', async () => {
  const { buildWeb } = await import('./build-web.mjs');
  await buildWeb();
  return 0;
});
await step('browser tests', playwright);
end(0);

/**
 * @param {string} name
 * @param {() => Promise<number>} work Gives an exit code.
 */
async function step(name, work) {
  process.stdout.write(`\n— ${name}\n`);
  const startedMs = performance.now();
  const code = await work().catch((/** @type {Error} */ error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
  process.stdout.write(`  ${((performance.now() - startedMs) / 1000).toFixed(1)} s\n`);
  if (code === 0) return;
  process.stdout.write(`\nFailed: ${name}\n`);
  // A step without counts of its own counts as one.
  if (total.failed === 0) total.failed = 1;
  end(code);
}

/** @param {number} code */
function end(code) {
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  const hiddenSkip = total.skipped > 0 && process.env.CI === 'true';
  process.exit(code || (total.failed > 0 || hiddenSkip ? 1 : 0));
}

/**
 * @param {string} path Inside node_modules.
 * @param {string[]} args
 */
function tool(path, ...args) {
  return run(process.execPath, [inRoot('node_modules', path), ...args], { cwd: ROOT });
}

/**
 * @param {string} name
 * @param {string[]} paths
 */
async function bunTest(name, ...paths) {
  const report = `${REPORTS}/${name}.xml`;
  const args = ['test', '--timeout=60000', '--reporter=junit', `--reporter-outfile=${report}`, ...paths];
  const code = await run(BUN, args, { cwd: ROOT, env: { ...process.env, NO_COLOR: '1' } });
  if (!existsSync(report)) return code || 1;
  const head = /<testsuites [^>]*>/.exec(readFileSync(report, 'utf8'))?.[0] ?? '';
  const count = (/** @type {string} */ attribute) => Number(new RegExp(` ${attribute}="(\\d+)"`).exec(head)?.[1] ?? 0);
  add(count('tests') - count('failures') - count('skipped'), count('failures'), count('skipped'));
  return code;
}

async function playwright() {
  const report = `${REPORTS}/browser.json`;
  const code = await run(
    process.execPath,
    [inRoot('node_modules', '@playwright/test/cli.js'), 'test', '--config', 'test/e2e/playwright.config.ts'],
    {
      cwd: ROOT,
      env: { ...process.env, CHROMIUM: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    },
  );
  if (!existsSync(report)) return code || 1;
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  add(stats.expected, stats.unexpected + stats.flaky, stats.skipped);
  return code;
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} skipped
 */
function add(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesIn(folder, ending) {
  return readdirSync(inRoot(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `./${folder}/${name}`);
}
