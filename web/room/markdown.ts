/**
 * A small markdown: text → a tree, never HTML. Only what people write by hand in a chat: bold, italic, code, code blocks,
 * quotes, lists, links. What isn't markup stays as it was typed. One pass over the lines and one over the characters.
 */
import { findLink } from './links.ts';

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold' | 'italic'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; text: string; href: string };

export type Block =
  | { type: 'lines'; children: Inline[] }
  /** `language`: what stands behind the opening fence; often empty. */
  | { type: 'code_block'; text: string; language: string }
  | { type: 'quote'; children: Inline[] }
  | { type: 'list'; start: number | null; items: Inline[][] };

/** Counts the characters looked at, so that a test can see that the work grows with the text and no faster. */
export interface Steps {
  count: number;
}

const BULLET = /^ {0,3}[-*] (?=\S)/;
const NUMBER = /^ {0,3}(\d{1,9})[.)] (?=\S)/;
const QUOTE = /^ {0,3}> ?/;
const FENCE = /^ {0,3}```([\w+-]*)[ ]*$/;

/** @param text any string. Takes time linear in its length. */
export function parseMarkdown(text: string, steps: Steps = { count: 0 }): Block[] {
  const lines = text.split('\n');
  const fences = closingFences(lines);
  const blocks: Block[] = [];
  let at = 0;
  const takeWhile = (matches: (line: string, index: number) => boolean): string[] => {
    const from = at;
    while (at < lines.length && matches(lines[at] ?? '', at)) at++;
    return lines.slice(from, at);
  };
  const isPlain = (line: string, index: number) =>
    fences[index] === undefined && !QUOTE.test(line) && !BULLET.test(line) && !NUMBER.test(line);
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const closing = fences[at];
    if (closing !== undefined) {
      const language = FENCE.exec(line)?.[1] ?? '';
      blocks.push({ type: 'code_block', text: lines.slice(at + 1, closing).join('\n'), language });
      at = closing + 1;
    } else if (QUOTE.test(line)) {
      const quoted = takeWhile((one, index) => fences[index] === undefined && QUOTE.test(one));
      blocks.push({ type: 'quote', children: inline(quoted.map((one) => one.replace(QUOTE, '')).join('\n'), steps) });
    } else if (BULLET.test(line)) {
      const items = takeWhile((one) => BULLET.test(one));
      blocks.push({ type: 'list', start: null, items: items.map((one) => inline(one.replace(BULLET, ''), steps)) });
    } else if (NUMBER.test(line)) {
      const start = Number(NUMBER.exec(line)?.[1]);
      let expected = start;
      // Only while the numbers count on: otherwise the numbers shown would not be those that were written.
      const items = takeWhile((one) => {
        const number = NUMBER.exec(one)?.[1];
        return number !== undefined && number === String(expected++);
      });
      if (items.length === 0) blocks.push({ type: 'lines', children: inline(lines[at++] ?? '', steps) });
      else blocks.push({ type: 'list', start, items: items.map((one) => inline(one.replace(NUMBER, ''), steps)) });
    } else {
      blocks.push({ type: 'lines', children: inline(takeWhile(isPlain).join('\n'), steps) });
    }
  }
  return blocks;
}

/** For each line that opens a code block, the line that closes it. A fence without its end is just text. */
function closingFences(lines: string[]): Record<number, number> {
  const fences: Record<number, number> = {};
  let opened: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (opened === null && FENCE.test(line)) opened = index;
    else if (opened !== null && line.trim() === '```') {
      fences[opened] = index;
      opened = null;
    }
  }
  return fences;
}

interface Open {
  sign: '**' | '*' | '_';
  before: Inline[];
}

const WORD = /[\p{L}\p{N}]/u;
const SPACE = /^\s?$/u;

/** One pass with a stack of open signs; those that never close become text again at the end. */
function inline(text: string, steps: Steps): Inline[] {
  const open: Open[] = [];
  let nodes: Inline[] = [];
  let from = 0;
  let at = 0;
  let noLinkBefore = 0;
  // A backtick behind the last one can't be closed, and is not looked for to the end again and again.
  const lastBacktick = text.lastIndexOf('`');
  const flush = (to: number) => {
    if (to > from) nodes.push({ type: 'text', text: text.slice(from, to) });
  };
  const close = (index: number) => {
    while (open.length > index + 1) unopen();
    const opened = open.pop();
    if (opened === undefined) return;
    const children = joinTexts(nodes);
    nodes = [...opened.before, { type: opened.sign === '**' ? 'bold' : 'italic', children }];
  };
  const unopen = () => {
    const opened = open.pop();
    if (opened === undefined) return;
    opened.before.push({ type: 'text', text: opened.sign });
    for (const node of nodes) opened.before.push(node);
    nodes = opened.before;
  };
  while (at < text.length) {
    steps.count++;
    const here = text[at] ?? '';
    if (here === '`') {
      const end = text.indexOf('`', at + 1);
      if (at < lastBacktick && end > at + 1 && !text.slice(at, end).includes('\n')) {
        steps.count += end - at;
        flush(at);
        nodes.push({ type: 'code', text: text.slice(at + 1, end) });
        at = from = end + 1;
        continue;
      }
      at++;
      continue;
    }
    if (here === 'h' || here === 'H') {
      const link = at < noLinkBefore || WORD.test(text[at - 1] ?? '') ? null : findLink(text, at);
      steps.count += link?.length ?? 0;
      if (link?.href === null) noLinkBefore = at + link.length;
      else if (link !== null) {
        flush(at);
        nodes.push({ type: 'link', text: link.shown, href: link.href });
        at = from = at + link.length;
        continue;
      }
    }
    if (here === '*' || here === '_') {
      const sign = here === '*' && text[at + 1] === '*' ? '**' : here;
      const previous = text[at - 1] ?? '';
      const following = text[at + sign.length] ?? '';
      // `snake_case_names` are no italics: the underscore counts at the edge of a word only.
      const canClose = !SPACE.test(previous) && (sign !== '_' || !WORD.test(following));
      const canOpen = !SPACE.test(following) && (sign !== '_' || !WORD.test(previous));
      const index = canClose ? open.findLastIndex((one) => one.sign === sign) : -1;
      const isEmpty = index === open.length - 1 && nodes.length === 0 && from === at;
      if (index >= 0 && !isEmpty) {
        flush(at);
        close(index);
        at = from = at + sign.length;
        continue;
      }
      if (canOpen && !open.some((one) => one.sign === sign)) {
        flush(at);
        open.push({ sign, before: nodes });
        nodes = [];
        at = from = at + sign.length;
        continue;
      }
      at += sign.length;
      continue;
    }
    at++;
  }
  flush(text.length);
  while (open.length > 0) unopen();
  return joinTexts(nodes);
}

function joinTexts(nodes: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const previous = joined.at(-1);
    if (node.type === 'text' && previous?.type === 'text')
      joined[joined.length - 1] = { type: 'text', text: previous.text + node.text };
    else joined.push(node);
  }
  return joined;
}

/** The words without the markup, in one line: for a quote of it. */
export function plainLine(text: string): string {
  const words = (nodes: Inline[]): string =>
    nodes.map((node) => ('text' in node ? node.text : words(node.children))).join('');
  return parseMarkdown(text)
    .map((block) =>
      block.type === 'code_block'
        ? block.text
        : block.type === 'list'
          ? block.items.map(words).join(' ')
          : words(block.children),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
