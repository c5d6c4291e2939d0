import type { ContentNode, ElementNode } from '@testamur/qti';
import { createElement, Fragment, memo, type ReactNode } from 'react';
import { elementName, holdsNoText, isEmptyElement, isSafeAddress, isSilent, propsOf } from './allowed.ts';
import { type Parts, useParts } from './parts.ts';
import { qtiClasses } from './vocabulary.ts';

/** Links to places that a person may follow; in an exam a link leads out, and its words are enough. */
const linkOf = (node: ElementNode, links: Parts['links'], children: ReactNode): ReactNode => {
  const { href } = node.attributes;
  const leads = links === 'links' && href !== undefined && /^(https?:|mailto:|#|\/(?!\/))/i.test(href);
  if (!leads) return createElement('span', propsOf(node), children);
  return (
    <a {...propsOf(node)} href={href} {...(href.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  );
};

/** No plug-ins: a picture is an image, everything else shows what stands in for it. */
const objectOf = (node: ElementNode, children: ReactNode): ReactNode => {
  const { data, type, width, height } = node.attributes;
  const isImage = (type ?? '').startsWith('image/') || /\.(png|jpe?g|gif|webp|svg|avif)$/i.test(data ?? '');
  if (!isImage || data === undefined || !isSafeAddress(data)) return children;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return <img {...size} src={data} alt={node.attributes['aria-label'] ?? textOf(node.children)} />;
};

const textOf = (nodes: readonly ContentNode[]): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'element' ? textOf(node.children) : ''))
    .join('')
    .trim();

/** A picture that nobody serves: its words, in place of the browser's sign of something broken. */
const missingPicture = ({ attributes: { alt = '' } }: ElementNode): ReactNode =>
  alt === '' ? null : <span className="qti-missing-picture">{alt}</span>;

/** Rows that stand in a table itself get the body that a browser would give them. */
const withBodies = (nodes: readonly ContentNode[]): readonly ContentNode[] => {
  const isRow = (node: ContentNode) => node.type === 'element' && node.name === 'tr';
  const rows = nodes.filter(isRow);
  if (rows.length === 0) return nodes;
  const body = { type: 'element', namespace: 'html', name: 'tbody', attributes: {}, children: rows } as const;
  return [...nodes.filter((node) => !isRow(node)), body];
};

const elementOf = (node: ElementNode, parts: Parts): ReactNode => {
  const name = elementName(node);
  const kept =
    name !== undefined && holdsNoText(name)
      ? node.children.filter((child) => child.type !== 'text' || child.text.trim() !== '')
      : node.children;
  const children = kept.length === 0 ? null : <Content nodes={name === 'table' ? withBodies(kept) : kept} />;
  if (name === undefined) return isSilent(node.name) ? null : children;
  const build = (inner: ReactNode) => built(node, name, parts.links, inner);
  const catalogued = node.attributes['data-catalog-idref'] !== undefined;
  return catalogued && parts.supported ? parts.supported(node, build, children) : build(children);
};

const built = (node: ElementNode, name: string, links: Parts['links'], children: ReactNode): ReactNode => {
  if (node.namespace === 'html') {
    if (name === 'a') return linkOf(node, links, children);
    if (name === 'object') return objectOf(node, children);
    // Without words of its own, an image would be read out by the name of its file.
    if (name === 'img' && node.attributes.src === undefined && node.attributes.srcset === undefined)
      return missingPicture(node);
    if (name === 'img') return createElement(name, { alt: '', ...propsOf(node) });
    if (isEmptyElement(name)) return createElement(name, propsOf(node));
    if (name === 'audio' || name === 'video')
      return createElement(name, { controls: true, ...propsOf(node) }, children);
    // Scrolls in its own box: a wide table never makes the page scroll sideways.
    if (name === 'table') return <div className="qti-table-box">{createElement(name, propsOf(node), children)}</div>;
  }
  return createElement(name, propsOf(node), children);
};

const nodeOf = (node: ContentNode, parts: Parts): ReactNode => {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'element':
      return elementOf(node, parts);
    case 'interaction':
      return parts.interaction(node);
    case 'rubric':
      return (
        <section className={['qti-rubric', ...qtiClasses(node.classes)].join(' ')} data-use={node.use ?? undefined}>
          <Content nodes={node.content} />
          {node.catalogIdref !== null && parts.below?.(node.catalogIdref)}
        </section>
      );
    case 'feedback':
    case 'template':
      // The view has settled which of these are shown.
      return createElement(
        node.display === 'inline' ? 'span' : 'div',
        { className: [`qti-${node.type}`, ...qtiClasses(node.classes)].join(' ') },
        <Content nodes={node.content} />,
      );
    case 'hottext':
      return parts.hottext ? parts.hottext(node) : <Content nodes={node.content} />;
    case 'gap':
      return parts.gap?.(node);
    case 'printed-variable':
      return null;
  }
};

/** The content of an item, built from its typed tree; no markup is ever parsed. */
export const Content = memo(({ nodes }: { readonly nodes: readonly ContentNode[] }): ReactNode => {
  const parts = useParts();
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: content has no names; a change replaces it as a whole.
    <Fragment key={at}>{nodeOf(node, parts)}</Fragment>
  ));
});
