import { Fragment, memo } from 'react';
import { type Block, type Inline, parseMarkdown } from './markdown.ts';

/** A message's text with its small markdown, as elements. Never as HTML. */
export const Markdown = memo(function Markdown({ text, tabbable }: { text: string; tabbable: boolean }) {
  const blocks = parseMarkdown(text);
  // The tree of a text never changes its order, so the index is its identity.
  return blocks.map((block, index) => <BlockNode key={`${index}-${block.type}`} block={block} tabbable={tabbable} />);
});

function BlockNode({ block, tabbable }: { block: Block; tabbable: boolean }) {
  switch (block.type) {
    case 'lines':
      return (
        <p dir="auto" className="whitespace-pre-wrap">
          <Inlines nodes={block.children} tabbable={tabbable} />
        </p>
      );
    case 'code_block':
      return (
        <pre
          dir="ltr"
          className="my-1 rounded-sm bg-canvas px-2.5 py-1.5 font-mono text-[0.8125rem] leading-5 tracking-normal whitespace-pre-wrap"
        >
          {block.text}
        </pre>
      );
    case 'quote':
      return (
        <blockquote dir="auto" className="my-1 border-s-2 border-control ps-2.5 whitespace-pre-wrap text-ink-2">
          <Inlines nodes={block.children} tabbable={tabbable} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={`${index}-${item.length}`} dir="auto">
          <Inlines nodes={item} tabbable={tabbable} />
        </li>
      ));
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

function Inlines({ nodes, tabbable }: { nodes: Inline[]; tabbable: boolean }) {
  return nodes.map((node, index) => (
    <Fragment key={`${index}-${node.type}`}>
      <InlineNode node={node} tabbable={tabbable} />
    </Fragment>
  ));
}

function InlineNode({ node, tabbable }: { node: Inline; tabbable: boolean }) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'bold':
      return (
        <strong>
          <Inlines nodes={node.children} tabbable={tabbable} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} tabbable={tabbable} />
        </em>
      );
    case 'code':
      return <code className="rounded-xs bg-canvas px-1 py-px font-mono text-[0.94em] tracking-normal">{node.text}</code>;
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
