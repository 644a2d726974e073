import { expect, test } from 'bun:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dir, 'tokens.css'), 'utf8');

type Theme = 'light' | 'dark';
const DARK = ':root[data-theme="dark"]';
const DARK_OF_SYSTEM = ':root:not([data-theme])';
const light = variables(between('', DARK));
const dark = variables(between(DARK, '@media (prefers-color-scheme: dark)'));
const darkOfSystem = variables(between(DARK_OF_SYSTEM, '@media (prefers-reduced-motion: reduce)'));

const on = (fronts: string[], backs: string[], least: number) =>
  fronts.flatMap((front) => backs.map((back) => ({ front, back, least })));
const PAGES = ['canvas', 'surface', 'panel', 'raised'];
const BUBBLES = ['own', 'other'];
const MEMBERS = Array.from({ length: 12 }, (_, index) => `m${index}-t`);

/** 4.5 for text, 3 for what shows where a control is (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS = [
  ...on(['text', 'text-2', 'text-3'], [...PAGES, 'sunken', 'hover', ...BUBBLES], 4.5),
  ...on(['text', 'text-2'], ['press', 'accent-soft', 'danger-soft'], 4.5),
  ...on(['text'], ['picked', 'warn-soft'], 4.5),
  ...on(['text-3'], ['accent-soft'], 4.5),
  ...on(['on-accent'], ['accent', 'accent-hover'], 4.5),
  ...on(['accent-text'], [...PAGES, 'accent-soft', 'hover', ...BUBBLES], 4.5),
  ...on(['on-danger'], ['danger', 'danger-hover'], 4.5),
  ...on(['danger-text'], [...PAGES, 'danger-soft', 'hover'], 4.5),
  ...on(['warn-text'], ['surface', 'panel', 'raised', 'warn-soft'], 4.5),
  ...on(['on-tip'], ['tip'], 4.5),
  ...on(MEMBERS, ['surface', 'panel', 'raised', 'other', 'hover'], 4.5),
  ...on(['control'], PAGES, 3),
  ...on(['focus'], [...PAGES, ...BUBBLES], 3),
  ...on(['warn'], ['surface', 'warn-soft'], 3),
];

for (const theme of ['light', 'dark'] as const) {
  test(`in the ${theme} theme everything written can be read, and every control seen`, () => {
    const weak = PAIRS.filter(({ front, back, least }) => contrast(color(front, theme), color(back, theme)) < least);
    expect(weak).toEqual([]);
  });
}

test('dark by choice and dark by the system look the same', () => {
  expect(dark.size).toBeGreaterThan(60);
  expect(darkOfSystem).toEqual(dark);
});

function between(start: string, end: string): string {
  const [from, to] = [css.indexOf(start), css.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The tokens don’t hold ${start} before ${end}.`);
  return css.slice(from, to);
}

function variables(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;}]+)/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

/** The `#RRGGBB` of a role (`text`) or a member's colour (`m3-t`). */
function color(role: string, theme: Theme): string {
  const name = role.startsWith('m') ? role : `c-${role}`;
  let value = (theme === 'dark' ? dark.get(name) : undefined) ?? light.get(name) ?? '';
  for (let step = value.match(/^var\(--([\w-]+)\)$/); step; step = value.match(/^var\(--([\w-]+)\)$/))
    value = light.get(step[1] ?? '') ?? '';
  if (!/^#[0-9A-F]{6}$/i.test(value)) throw new Error(`${role} is no colour in the ${theme} theme: ${value}`);
  return value;
}

/** WCAG 2.x: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
