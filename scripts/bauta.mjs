#!/usr/bin/env node
/** `npx bauta <command>`: runs the server’s commands on the Bun of node_modules. */
import './node-version.mjs';
import { BUN, whyNoBun } from './bun.mjs';
import { run } from './child.mjs';
import { inRoot } from './root.mjs';

const problem = whyNoBun();
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
process.exit(await run(BUN, [inRoot('server', 'cli.ts'), ...process.argv.slice(2)]));
