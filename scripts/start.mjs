/** `npm start`: from a fresh clone to a running server, and nothing twice. */
import './node-version.mjs';
import { buildWeb } from './build-web.mjs';
import { BUN } from './bun.mjs';
import { run } from './child.mjs';
import { install } from './install.mjs';
import { inRoot, ROOT } from './root.mjs';

await install({ dev: false });
await buildWeb();
process.exit(
  await run(BUN, [inRoot('server', 'cli.ts'), 'serve', ...process.argv.slice(2)], {
    cwd: ROOT,
    // Also where the output is no terminal.
    env: { ...process.env, BAUTA_SAY_ADDRESS: '1' },
  }),
);
