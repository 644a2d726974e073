import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { type Block, type Inline, parseMarkdown, plainLine, type Steps } from './markdown.ts';

const lines = (text: string): Inline[] => {
  const [block] = parseMarkdown(text);
  if (block?.type !== 'lines') throw new Error(`not lines: ${JSON.stringify(block)}`);
  return block.children;
};
const text = (value: string): Inline => ({ type: 'text', text: value });

test('bold, italic and code are what they look like', () => {
  expect(lines('a **b** *c* _d_ `e*f*`')).toEqual([
    text('a '),
    { type: 'bold', children: [text('b')] },
    text(' '),
    { type: 'italic', children: [text('c')] },
    text(' '),
    { type: 'italic', children: [text('d')] },
    text(' '),
    { type: 'code', text: 'e*f*' },
  ]);
  expect(lines('**bold _and italic_**')).toEqual([
    { type: 'bold', children: [text('bold '), { type: 'italic', children: [text('and italic')] }] },
  ]);
});

test('signs that mean nothing stay as they were typed', () => {
  for (const plain of [
    '2 * 3 * 4',
    'snake_case_name',
    '**',
    '****',
    '`',
    '``',
    'a**',
    '*not closed',
    'x `y',
    '_',
    '* ',
    '5 > 3',
    '-dash',
  ]) {
    expect(parseMarkdown(plain)).toEqual([{ type: 'lines', children: [text(plain)] }]);
  }
});

test('quotes, lists, numbers and code blocks', () => {
  expect(parseMarkdown('> one\n> two\nthree')).toEqual([
    { type: 'quote', children: [text('one\ntwo')] },
    { type: 'lines', children: [text('three')] },
  ]);
  expect(parseMarkdown('- a\n- b')).toEqual([{ type: 'list', start: null, items: [[text('a')], [text('b')]] }]);
  expect(parseMarkdown('3. a\n4. b\n9. c')).toEqual([
    { type: 'list', start: 3, items: [[text('a')], [text('b')]] },
    { type: 'list', start: 9, items: [[text('c')]] },
  ]);
  expect(parseMarkdown('```js\n**x**\n\n- y\n```\nafter')).toEqual([
    { type: 'code_block', text: '**x**\n\n- y', language: 'js' },
    { type: 'lines', children: [text('after')] },
  ]);
  expect(parseMarkdown('```\nnever closed')).toEqual([{ type: 'lines', children: [text('```\nnever closed')] }]);
});

test('newlines are kept', () => {
  expect(lines('a\n\n b')).toEqual([text('a\n\n b')]);
});

test('links are found, without the punctuation around them', () => {
  const link = (href: string, shown = href): Inline => ({ type: 'link', href, text: shown });
  expect(lines('see https://a.example/b_c?d=(e).')).toEqual([
    text('see '),
    link('https://a.example/b_c?d=(e)'),
    text('.'),
  ]);
  expect(lines('(https://a.example)')).toEqual([text('('), link('https://a.example/', 'https://a.example'), text(')')]);
  expect(lines('**https://a.example/x**')).toEqual([{ type: 'bold', children: [link('https://a.example/x')] }]);
  for (const plain of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'https://',
    'xhttps://a.example',
    'https:a',
  ]) {
    expect(lines(plain)).toEqual([text(plain)]);
  }
});

test('a link shows where it really goes', () => {
  expect(lines('https://аpple.com/x')).toEqual([
    { type: 'link', href: 'https://xn--pple-43d.com/x', text: 'https://xn--pple-43d.com/x' },
  ]);
  expect(lines('https://bank.example@evil.example/')).toEqual([text('https://bank.example@evil.example/')]);
  expect(lines('https://bank.example\\@evil.example/')[0]).toMatchObject({
    text: 'https://bank.example/@evil.example/',
  });
});

test('a line for a quote has the words and no markup', () => {
  expect(plainLine('**a**\n> b\n```\nc\n```')).toBe('a b c');
});

const words = (nodes: Inline[]): string =>
  nodes.map((node) => ('text' in node ? node.text : words(node.children))).join('');
const content = (blocks: Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'code_block'
        ? block.language + block.text
        : block.type === 'list'
          ? block.items.map(words).join('')
          : words(block.children),
    )
    .join('');
const LETTERS = /[\p{L}\p{N}]/gu;

test('no word is ever lost, whatever the signs around it', () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`markdown seed ${seed}`);
  const piece = fc.constantFrom(
    '**',
    '*',
    '_',
    '`',
    '```',
    '\n',
    ' ',
    '> ',
    '- ',
    'a',
    'b1',
    'z',
    'http',
    '://',
    '(',
    ')',
    '.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const typed = pieces.join('');
      const kept = content(parseMarkdown(typed));
      expect(kept.match(LETTERS) ?? []).toEqual(typed.match(LETTERS) ?? []);
    }),
    { seed, numRuns: 3000 },
  );
});

test('text without signs comes out to the letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', 'é', '.', '!', '\n', '(', '<', '&', '"', '漢') }),
      (typed) => {
        expect(content(parseMarkdown(typed))).toBe(typed);
      },
    ),
  );
});

test('hostile text costs no more than its length', () => {
  for (const piece of [
    '*',
    '**',
    '_',
    '`',
    '*a',
    '**a',
    '_a ',
    '`a',
    'a_',
    '*_',
    '**_`',
    '> ',
    '- ',
    'http://',
    'https://a',
    '*a_b**',
    'http://[',
    'http://@',
    '](',
    '`\n',
  ]) {
    const typed = piece.repeat(4000 / piece.length);
    const steps: Steps = { count: 0 };
    parseMarkdown(typed, steps);
    expect(steps.count).toBeLessThanOrEqual(2 * typed.length);
  }
});
