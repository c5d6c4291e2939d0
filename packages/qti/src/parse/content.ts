import type { ContentNode } from '../model/content.ts';
import { isBlank, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { GLOBAL_ATTRIBUTES, HTML_ELEMENTS, type HtmlElement, isLanguageTag, URL_ATTRIBUTES } from './html.ts';
import { tokens } from './lexical.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';

/** Reads one element of QTI itself (an interaction, a rubric block) where it may stand; null when it is left out. */
type QtiReader = (element: XmlElement) => ContentNode | null;

/** Where content stands: which QTI elements it may hold by name, and whether blocks may stand in it. */
export interface ContentScope {
  readonly report: Report;
  readonly readers: Readonly<Record<string, QtiReader>>;
  readonly holds: HtmlElement['holds'];
  readonly parts: readonly string[];
}

/** A scope of free content that holds no interactions: prompts, choices, rubric blocks. */
export function staticScope(report: Report): ContentScope {
  return { report, readers: {}, holds: 'flow', parts: [] };
}

/**
 * Reads mixed content into the typed tree through the allow list. Blank text at the ends and between blocks is
 * layout of the source and is left out; everything else that is left out is reported.
 */
export function readContent(parent: XmlElement, scope: ContentScope): ContentNode[] {
  const nodes: ContentNode[] = [];
  for (const child of parent.children) {
    if (child.kind === 'text') {
      if (scope.holds !== 'none') nodes.push({ type: 'text', text: child.text });
      else if (!isBlank(child.text))
        scope.report.lose(parent, `text cannot stand directly in <${parent.local}>; left out`);
      continue;
    }
    const node = readElement(child, parent, scope);
    if (node !== null) nodes.push(node);
  }
  return withoutLayout(nodes);
}

function readElement(element: XmlElement, parent: XmlElement, scope: ContentScope): ContentNode | null {
  const name = qtiName(element);
  const lose = (why: string) => {
    scope.report.lose(element, `<${element.local}> ${why}; left out with its content`);
    return null;
  };
  if (name === undefined) return lose(`of the namespace "${element.uri}" is not supported`);
  if (name.startsWith('qti-')) {
    const reader = Object.hasOwn(scope.readers, name) ? scope.readers[name] : undefined;
    if (reader === undefined) return lose(`is not supported inside <${parent.local}>`);
    if (scope.holds !== 'flow') return lose(`cannot stand inside <${parent.local}>`);
    return reader(element);
  }
  const html = Object.hasOwn(HTML_ELEMENTS, name) ? HTML_ELEMENTS[name] : undefined;
  if (html === undefined) return lose('is not an element that items may hold');
  if (!mayStand(name, html, scope)) return lose(`cannot stand inside <${parent.local}>`);
  const inner: ContentScope = { ...scope, holds: html.holds, parts: html.parts ?? [] };
  const attributes = readAttributes(element, html, scope.report);
  return { type: 'element', name, attributes, children: readContent(element, inner) };
}

function mayStand(name: string, html: HtmlElement, scope: ContentScope): boolean {
  if (scope.parts.includes(name)) return true;
  if (html.group === 'part' || scope.holds === 'none') return false;
  return html.group === 'inline' || scope.holds === 'flow';
}

function readAttributes(element: XmlElement, html: HtmlElement, report: Report): Record<string, string> {
  const source = new Attributes(element, report);
  const kept: Record<string, string> = {};
  const language = readLanguage(source, report);
  if (language !== null) kept.lang = language;
  const classes = readClasses(source, report);
  if (classes.length > 0) kept.class = classes.join(' ');
  for (const name of source.names()) {
    const checks = html.attributes !== undefined && Object.hasOwn(html.attributes, name) ? html.attributes : undefined;
    const check = checks?.[name] ?? (Object.hasOwn(GLOBAL_ATTRIBUTES, name) ? GLOBAL_ATTRIBUTES[name] : undefined);
    if (check === undefined) continue;
    const raw = source.take(name) ?? '';
    const value = URL_ATTRIBUTES.includes(name) ? raw.trim() : raw;
    if (check(value)) kept[name] = value;
    else
      report.lose(
        element,
        `${name}=${JSON.stringify(raw.slice(0, 60))} of <${element.local}> is not allowed; left out`,
      );
  }
  source.finish();
  return kept;
}

/** The xml:lang (or lang) of an element; null when it has none or none of a language tag's shape. */
export function readLanguage(source: Attributes, report: Report): string | null {
  const plain = source.take('lang');
  const value = (source.take('xml:lang') ?? plain)?.trim();
  if (value === undefined || value === '') return null;
  if (isLanguageTag(value)) return value;
  report.lose(source.element, `the language "${value.slice(0, 60)}" is not a language tag such as "en-US"; left out`);
  return null;
}

/** Classes of QTI's shared vocabulary. Others would mean something only with a style sheet, or clash with the app's. */
export function readClasses(source: Attributes, report: Report): string[] {
  const all = tokens(source.take('class'));
  const kept = all.filter((name) => /^qti-[a-z0-9-]+$/.test(name));
  const lost = all.filter((name) => !kept.includes(name));
  if (lost.length > 0) {
    report.lose(
      source.element,
      `only classes of QTI's shared vocabulary are kept; "${lost.join(' ').slice(0, 60)}" left out`,
    );
  }
  return kept;
}

/** Blank text at an end or beside a block is never shown by a browser; between words it is the space between them. */
function withoutLayout(nodes: readonly ContentNode[]): ContentNode[] {
  return nodes.filter((node, index) => {
    if (node.type !== 'text' || !isBlank(node.text)) return true;
    return !isBorder(nodes[index - 1]) && !isBorder(nodes[index + 1]);
  });
}

function isBorder(node: ContentNode | undefined): boolean {
  if (node === undefined || node.type === 'interaction' || node.type === 'rubric') return true;
  return node.type === 'element' && HTML_ELEMENTS[node.name]?.group !== 'inline';
}
