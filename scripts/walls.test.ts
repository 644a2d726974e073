import { afterAll, beforeAll, expect, test } from 'bun:test';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dir, '..');
let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'bauta-walls-'));
  cpSync(join(root, 'biome.json'), join(house, 'biome.json'));
});
afterAll(() => rmSync(house, { recursive: true }));

/** The rules that Biome finds broken when these files stand in the house. */
function broken(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', ...Object.keys(files)];
  const { stdout } = Bun.spawnSync([join(root, 'node_modules/.bin/biome'), ...args], { cwd: house });
  const report: { diagnostics: { category: string; severity: string }[] } = JSON.parse(stdout.toString());
  for (const path of Object.keys(files)) rmSync(join(house, path));
  return report.diagnostics.filter(({ severity }) => severity === 'error').map(({ category }) => category);
}

const importing = (specifier: string) => `import { thing } from '${specifier}';\nexport const other = thing;\n`;

const CROSSINGS: [file: string, specifier: string][] = [
  ['protocol/text.ts', 'hono'],
  ['protocol/text.ts', '../server/domain/roles.ts'],
  ['server/domain/roles.ts', '../storage/rooms.ts'],
  ['server/domain/roles.ts', '../ports.ts'],
  ['server/domain/roles.ts', 'node:crypto'],
  ['server/actions/join-room.ts', '../storage/rooms.ts'],
  ['server/actions/join-room.ts', '../bus/in-process.ts'],
  ['server/actions/join-room.ts', '../live/hub.ts'],
  ['server/actions/join-room.ts', '../http/app.ts'],
  ['server/actions/join-room.ts', 'kysely'],
  ['server/storage/rooms.ts', '../bus/in-process.ts'],
  ['server/storage/rooms.ts', '../live/hub.ts'],
  ['server/bus/in-process.ts', '../storage/rooms.ts'],
  ['server/bus/in-process.ts', '../http/app.ts'],
  ['server/live/hub.ts', '../storage/rooms.ts'],
  ['server/live/hub.ts', '../http/app.ts'],
  ['server/http/app.ts', '../storage/rooms.ts'],
  ['server/http/app.ts', '../live/hub.ts'],
  ['server/http/app.ts', '../bus/in-process.ts'],
  ['web/room/state.ts', '../../server/domain/roles.ts'],
  ['web/room/state.ts', 'zod'],
  ['web/app.tsx', 'bun:sqlite'],
  ['test/rooms.test.ts', '../server/domain/roles.ts'],
  ['test/support/client.ts', '../../web/api.ts'],
];

for (const [file, specifier] of CROSSINGS) {
  test(`${file} may not import ${specifier}`, () => {
    expect(broken({ [file]: importing(specifier) })).toEqual(['lint/style/noRestrictedImports']);
  });
}

const DOORS: [file: string, specifier: string][] = [
  ['protocol/objects.ts', 'zod'],
  ['protocol/objects.ts', './limits.ts'],
  ['server/domain/roles.ts', '../../protocol/errors.ts'],
  ['server/actions/join-room.ts', '../domain/roles.ts'],
  ['server/actions/join-room.ts', '../ports.ts'],
  ['server/live/hub.ts', '../actions/send-message.ts'],
  ['web/room/state.ts', '../../protocol/text.ts'],
  ['test/rooms.test.ts', '../protocol/frames.ts'],
];

for (const [file, specifier] of DOORS) {
  test(`${file} may import ${specifier}`, () => {
    expect(broken({ [file]: importing(specifier) })).toEqual([]);
  });
}

test('two files that import each other are refused', () => {
  const files = { 'server/live/a.ts': importing('./b.ts'), 'server/live/b.ts': importing('./a.ts') };
  expect(broken(files)).toContain('lint/suspicious/noImportCycles');
});

test('a default export, an any and a console are refused', () => {
  expect(broken({ 'web/a.ts': 'export default 1;\n' })).toEqual(['lint/style/noDefaultExport']);
  expect(broken({ 'server/a.ts': 'export const a = (b: any) => b;\n' })).toEqual(['lint/suspicious/noExplicitAny']);
  expect(broken({ 'server/live/a.ts': "console.log('here');\n" })).toEqual(['lint/suspicious/noConsole']);
});

test('the web client takes only types from the schemas, so that Zod stays out of the first load', () => {
  const schemas = /^import (?!type\b)[^;]*protocol\/(frames|fields|objects|routes)\.ts'/m;
  for (const entry of readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.test)\.tsx?$/.test(entry)) continue;
    expect([entry, schemas.test(readFileSync(join(root, 'web', entry), 'utf8'))]).toEqual([entry, false]);
  }
});
