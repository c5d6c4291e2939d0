import type { ContentNode, ElementNode, InteractionNode } from '@testamur/qti';
import { createElement, Fragment, type ReactNode } from 'react';

/** What may be shown, whatever the server sends: names of elements and, as React calls them, of attributes. */
const elements = new Set(
  `address article aside blockquote div footer header section figure figcaption details summary h1 h2 h3 h4 h5 h6 p pre hr
  ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td a abbr b bdi bdo br cite code dfn em i img kbd q
  ruby rb rt rp samp small span strong sub sup var`.split(/\s+/),
);

const attributes: Readonly<Record<string, string>> = {
  id: 'id',
  lang: 'lang',
  dir: 'dir',
  title: 'title',
  role: 'role',
  alt: 'alt',
  src: 'src',
  width: 'width',
  height: 'height',
  start: 'start',
  type: 'type',
  reversed: 'reversed',
  open: 'open',
  value: 'value',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  span: 'span',
  headers: 'headers',
  scope: 'scope',
  abbr: 'abbr',
  'aria-label': 'aria-label',
  'aria-labelledby': 'aria-labelledby',
  'aria-describedby': 'aria-describedby',
  'aria-hidden': 'aria-hidden',
  'aria-level': 'aria-level',
};

const truths = new Set(['reversed', 'open']);

const propsOf = (node: ElementNode): Record<string, string | true> => {
  const props: Record<string, string | true> = {};
  for (const [name, value] of Object.entries(node.attributes)) {
    const property = attributes[name];
    if (property !== undefined) props[property] = truths.has(name) ? true : value;
  }
  // Classes of QTI's shared vocabulary alone: an item has no business with those of the page.
  const classes = (node.attributes.class ?? '').split(' ').filter((name) => name.startsWith('qti-'));
  return classes.length > 0 ? { ...props, className: classes.join(' ') } : props;
};

/** Headings of an item stand below that of the page. A link would lead out of the exam: its words are enough. */
const nameOf = (name: string): string => {
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (level !== undefined) return `h${Math.min(6, Number(level) + 1)}`;
  return name === 'a' ? 'span' : name;
};

const empty = new Set(['br', 'hr', 'img', 'col']);

interface ContentProps {
  readonly nodes: readonly ContentNode[];
  readonly interaction?: (node: InteractionNode) => ReactNode;
}

const elementOf = (node: ElementNode, { interaction }: Pick<ContentProps, 'interaction'>): ReactNode => {
  if (!elements.has(node.name)) return <Content nodes={node.children} {...(interaction ? { interaction } : {})} />;
  const name = nameOf(node.name);
  if (empty.has(name)) return createElement(name, propsOf(node));
  return createElement(
    name,
    propsOf(node),
    <Content nodes={node.children} {...(interaction ? { interaction } : {})} />,
  );
};

const nodeOf = (node: ContentNode, props: Pick<ContentProps, 'interaction'>): ReactNode => {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'element':
      return elementOf(node, props);
    case 'interaction':
      return props.interaction?.(node);
    case 'rubric':
      return (
        <section>
          <Content nodes={node.content} />
        </section>
      );
  }
};

/** The content of an item, built from its typed tree; no markup is ever parsed. */
export const Content = ({ nodes, ...props }: ContentProps) =>
  nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the content of an item never changes.
    <Fragment key={at}>{nodeOf(node, props)}</Fragment>
  ));
