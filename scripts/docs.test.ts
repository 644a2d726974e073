import { expect, test } from 'bun:test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CLOSE, ERRORS } from '../protocol/errors.ts';
import { ClientFrame, ServerFrame } from '../protocol/frames.ts';
import { Block, Member, Message, Report, Room, Session, Site } from '../protocol/objects.ts';
import type { Route } from '../protocol/route.ts';
import { routes } from '../protocol/routes.ts';
import { pageWithTable } from './who-may-table.ts';

const root = join(import.meta.dir, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const protocol = read('docs/protocol.md');
const operations = read('docs/operations.md');

/** What isn't there, so that a failure names it. */
const missing = (text: string, wanted: string[]) => wanted.filter((part) => !text.includes(part));

test('every call stands in the contract, with each field of its body', () => {
  for (const { method, path, body } of Object.values<Route>(routes)) {
    const verb = method.toUpperCase();
    const line = protocol.split('\n').find((row) => row.includes(`\`${verb}`) && row.includes(` ${path}\``));
    expect([verb, path, missing(line ?? '', ['|', ...Object.keys(body?.shape ?? {})])]).toEqual([verb, path, []]);
  }
});

test('every object stands in the contract with all of its fields', () => {
  for (const [name, { shape }] of Object.entries({ Session, Room, Member, Message, Report, Block, Site })) {
    const section = new RegExp(`^${name} {2,}.*(?:\n {2,}.*)*`, 'm').exec(protocol)?.[0] ?? '';
    expect([name, missing(section, Object.keys(shape))]).toEqual([name, []]);
  }
});

test('every frame stands in the contract with all of its own fields', () => {
  const ofMessage = Object.keys(Message.shape);
  for (const { shape } of [...ClientFrame.options, ...ServerFrame.options]) {
    const lines = protocol.split('\n').filter((row) => row.includes(`{ "type": "${shape.type.value}"`));
    const own = Object.keys(shape).filter((field) => lines.join().includes(`"${field}"`) === false);
    const spread = lines.join().includes('...Message') ? ofMessage : [];
    expect([shape.type.value, lines.length > 0, own.filter((field) => !spread.includes(field))]).toEqual([
      shape.type.value,
      true,
      [],
    ]);
  }
});

test('every refusal and every close code stands in the contract', () => {
  const rows = Object.entries(ERRORS).map(([code, { status }]) => [code, status] as const);
  for (const [code, status] of rows) {
    expect(protocol).toMatch(new RegExp(`^\\| .*\`${code}\`.* \\| ${status} \\|`, 'm'));
  }
  for (const code of Object.values(CLOSE)) expect(protocol).toContain(`\n| ${code} |`);
});

test('every setting stands in the table of settings, every limit in the table of limits', () => {
  const settings = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => `\`${name}\``);
  expect(settings.length).toBeGreaterThan(10);
  expect(missing(operations, settings)).toEqual([]);
  const shipped = /^ {2}'(message=.*)';$/m.exec(read('server/limits/limits-setting.ts'))?.[1] ?? 'no default found';
  expect(operations).toContain(`\`${shipped}\``);
  for (const limit of shipped.split(' ')) expect(protocol).toContain(`\n| \`${limit.split('=')[0]}\` |`);
});

test('the table of who may do what is the one in the code', () => {
  const page = read('docs/permissions.md');
  expect(page).toBe(pageWithTable(page));
});

test('every link between the pages, and every file that they name, is there', () => {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((page) => `docs/${page}`);
  for (const page of ['README.md', 'bench/README.md', ...pages.filter((name) => name.endsWith('.md'))]) {
    const text = read(page);
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, to]) => join(dirname(page), to ?? ''));
    const files = [...text.matchAll(/`((?:protocol|server|web|test|scripts|docs|bench)\/[\w./-]+)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect([page, [...links, ...files].filter((path) => !existsSync(join(root, path)))]).toEqual([page, []]);
  }
});
