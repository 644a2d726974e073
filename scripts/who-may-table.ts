/** Writes the table of docs/permissions.md anew: `bun scripts/who-may-table.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '../protocol/route.ts';
import { routes } from '../protocol/routes.ts';
import { ACTORS, type Row, WHO_MAY } from '../protocol/who-may.ts';

const PAGE = join(import.meta.dir, '..', 'docs', 'permissions.md');
const [BEGIN, END] = ['<!-- table -->', '<!-- /table -->'];

/** The page with its table as the code has it now. */
export function pageWithTable(page: string): string {
  const [before = '', rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before}${BEGIN}\n${table()}\n${END}${after}`;
}

function table(): string {
  const rows = Object.entries<Row>(WHO_MAY).map(
    ([name, row]) => `| ${shown(name)} | ${ACTORS.map((actor) => verdict(row[actor])).join(' | ')} |`,
  );
  return [`| | ${ACTORS.join(' | ')} |`, `|---|${'---|'.repeat(ACTORS.length)}`, ...rows].join('\n');
}

function shown(name: string): string {
  const [call = '', of] = name.split(': ');
  const route: Route | undefined = Object.entries<Route>(routes).find(([key]) => key === call)?.[1];
  const what = route === undefined ? `${call}` : `\`${route.method.toUpperCase()} ${route.path}\``;
  return of === undefined ? what : `${what}: ${of}`;
}

const verdict = (of: string): string => (of === 'yes' ? '**yes**' : of === 'no socket' ? '–' : `\`${of}\``);

if (import.meta.main) writeFileSync(PAGE, pageWithTable(readFileSync(PAGE, 'utf8')));
