import { createElement, Fragment, memo, type ReactNode } from 'react';
import { type Block, type Inline, parseMarkdown } from './markdown.ts';

interface MarkdownProps {
  text: string;
  /** Whether its links are tab stops. */
  tabbable: boolean;
  edited?: boolean;
}

/** A message's text with its small markdown, as elements. Never as HTML. */
export const Markdown = memo(function Markdown({ text, tabbable, edited = false }: MarkdownProps) {
  const blocks = parseMarkdown(text);
  const last = blocks.at(-1);
  const mark = <span className="ml-1.5 text-xs whitespace-nowrap text-ink-3">edited</span>;
  const drawn = blocks.map((block) => drawBlock(block, tabbable, edited && block === last ? mark : null));
  return together(edited && last?.type !== 'lines' ? [...drawn, mark] : drawn);
});

/** Children in their fixed order: the tree of a text is drawn anew with the text, so they need no keys. */
const together = (children: ReactNode[]): ReactNode => createElement(Fragment, null, ...children);

const drawInlines = (nodes: Inline[], tabbable: boolean): ReactNode =>
  together(nodes.map((node) => drawInline(node, tabbable)));

const drawItem = (item: Inline[], tabbable: boolean): ReactNode => <li dir="auto">{drawInlines(item, tabbable)}</li>;

function drawBlock(block: Block, tabbable: boolean, after: ReactNode): ReactNode {
  switch (block.type) {
    case 'lines':
      return (
        <p dir="auto" className="whitespace-pre-wrap">
          {drawInlines(block.children, tabbable)}
          {after}
        </p>
      );
    case 'code_block':
      return (
        <pre
          dir="ltr"
          className="my-1 rounded-sm bg-canvas px-2.5 py-1.5 font-mono text-[0.8125rem] leading-5 tracking-normal whitespace-pre-wrap"
        >
          {block.language !== '' && <span className="block text-2xs text-ink-3">{block.language}</span>}
          {block.text}
        </pre>
      );
    case 'quote':
      return (
        <blockquote dir="auto" className="my-1 border-s-2 border-control ps-2.5 whitespace-pre-wrap text-ink-2">
          {drawInlines(block.children, tabbable)}
        </blockquote>
      );
    case 'list': {
      const items = together(block.items.map((item) => drawItem(item, tabbable)));
      if (block.start === null) return <ul className="list-disc ps-5">{items}</ul>;
      return (
        <ol start={block.start} className="list-decimal ps-6">
          {items}
        </ol>
      );
    }
    default:
      return block satisfies never;
  }
}

function drawInline(node: Inline, tabbable: boolean): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'bold':
      return <strong>{drawInlines(node.children, tabbable)}</strong>;
    case 'italic':
      return <em>{drawInlines(node.children, tabbable)}</em>;
    case 'code':
      return (
        <code className="rounded-xs bg-canvas px-1 py-px font-mono text-[0.94em] tracking-normal">{node.text}</code>
      );
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" tabIndex={tabbable ? 0 : -1}>
          <bdi dir="ltr">{node.text}</bdi>
        </a>
      );
    default:
      return node satisfies never;
  }
}
