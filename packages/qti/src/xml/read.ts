import { SaxesParser } from 'saxes';
import { declaresEncoding, decodeXml, encodingOf } from './decode.ts';
import { type Position, positions } from './position.ts';
import { XmlRefusal } from './refusal.ts';
import type { XmlAttribute, XmlElement, XmlNode } from './tree.ts';

/** What a document may cost: bytes of UTF-8, levels of nesting, and elements and texts together. */
export interface XmlLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxNodes: number;
}

/** 1 MiB, 100 levels, 50,000 nodes. */
export const DEFAULT_XML_LIMITS: XmlLimits = { maxBytes: 1_048_576, maxDepth: 100, maxNodes: 50_000 };

const XMLNS = 'http://www.w3.org/2000/xmlns/';

type OpenElement = XmlElement & { readonly children: XmlNode[] };

/**
 * Reads a whole XML 1.0 document with namespaces into a tree. There is no DTD processing of any kind: a document type
 * declaration is refused, so only the five predefined entities and character references exist. Comments and processing
 * instructions are left out.
 *
 * @throws {XmlRefusal} when the document is malformed, has a DOCTYPE or passes a limit.
 */
export function readXml(
  source: string | Uint8Array,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): { root: XmlElement; locate: (offset: number) => Position } {
  const text = decodeXml(source, limits.maxBytes);
  const locate = positions(text);
  const refuse = (message: string, offset: number): never => {
    const { line, column } = locate(offset);
    throw new XmlRefusal(message, line, column);
  };
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let nodes = 0;

  const count = (offset: number) => {
    nodes += 1;
    if (nodes > limits.maxNodes) refuse(`the document has more than ${limits.maxNodes} nodes`, offset);
  };
  const addText = (added: string) => {
    const parent = open.at(-1);
    if (parent === undefined || added === '') return;
    const last = parent.children.at(-1);
    if (last?.kind === 'text') {
      parent.children[parent.children.length - 1] = { kind: 'text', text: last.text + added };
    } else {
      count(parser.position);
      parent.children.push({ kind: 'text', text: added });
    }
  };

  parser.on('error', (error) =>
    refuse(`the document is not well-formed XML: ${error.message.slice(0, 200)}`, parser.position - 1),
  );
  parser.on('doctype', () =>
    refuse(
      'a document type declaration is not accepted; remove <!DOCTYPE …>',
      text.lastIndexOf('<!DOCTYPE', parser.position),
    ),
  );
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') refuse(`XML version "${version}" is not accepted; use 1.0`, 0);
    if (typeof source === 'string' || encoding === undefined) return;
    const actual = encodingOf(source);
    if (declaresEncoding(encoding, actual)) return;
    refuse(
      actual === 'utf-8'
        ? `the encoding "${encoding}" is not accepted; save the document in UTF-8`
        : `the document says that its encoding is "${encoding}", and it is in UTF-16; save it in UTF-8`,
      0,
    );
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    // The handler runs at the tag's end; no '<' can stand inside a tag, so the last one before it opened the tag.
    const offset = text.lastIndexOf('<', parser.position - 1);
    count(offset);
    if (open.length >= limits.maxDepth) refuse(`elements are nested more than ${limits.maxDepth} deep`, offset);
    const attributes: XmlAttribute[] = Object.values(tag.attributes)
      .filter((attribute) => attribute.uri !== XMLNS)
      .map(({ name, uri, local, value }) => ({ name, uri, local, value }));
    const element: OpenElement = { kind: 'element', uri: tag.uri, local: tag.local, attributes, children: [], offset };
    open.at(-1)?.children.push(element);
    open.push(element);
    root ??= element;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (root === undefined) return refuse('the document is empty', 0);
  return { root, locate };
}
