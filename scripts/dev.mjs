/** `npm run dev`: the server on port 8000 and Vite on port 3000, both reloading; when one of them ends, so does the other. */
import './node-version.mjs';
import { BUN } from './bun.mjs';
import { ended, startChild } from './child.mjs';
import { install } from './install.mjs';
import { inRoot, ROOT } from './root.mjs';

await install({ dev: false });
const both = [
  startChild(BUN, ['--watch', '--no-clear-screen', inRoot('server', 'cli.ts'), 'serve'], { cwd: ROOT }),
  startChild(process.execPath, [inRoot('node_modules', 'vite', 'bin', 'vite.js'), '--clearScreen', 'false'], {
    cwd: ROOT,
  }),
];
const ends = both.map(ended);
const code = await Promise.race(ends);
for (const child of both) child.kill('SIGTERM');
await Promise.all(ends);
process.exit(code);
