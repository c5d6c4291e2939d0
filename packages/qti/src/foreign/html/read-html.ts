import { QTI } from '../../parse/namespace.ts';
import { xmlSafe } from '../../write/xml.ts';
import type { XmlAttribute, XmlElement, XmlNode } from '../../xml/tree.ts';
import { decodeEntities } from './entities.ts';

const MATH = 'http://www.w3.org/1998/Math/MathML';
const SVG = 'http://www.w3.org/2000/svg';
const MAX_DEPTH = 60;
const MAX_NODES = 20_000;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose content is no markup. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
const BLOCKS =
  'address article aside blockquote details div dl figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul';

/** What an element that begins closes, if it is still open; nothing beyond the element named after `within`. */
const CLOSES: Readonly<Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>> = {
  ...Object.fromEntries(
    BLOCKS.split(' ').map((name) => [name, { ends: ['p'], within: ['div', 'td', 'li', 'button'] }]),
  ),
  li: { ends: ['li'], within: ['ul', 'ol'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  tr: { ends: ['tr', 'td', 'th'], within: ['table'] },
  td: { ends: ['td', 'th'], within: ['tr', 'table'] },
  th: { ends: ['td', 'th'], within: ['tr', 'table'] },
  tbody: { ends: ['thead', 'tbody', 'tr', 'td', 'th'], within: ['table'] },
  tfoot: { ends: ['thead', 'tbody', 'tr', 'td', 'th'], within: ['table'] },
};

type OpenElement = XmlElement & { readonly children: XmlNode[] };

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^<>"']|"[^"]*"|'[^']*'){0,3000})>/y;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/**
 * Reads HTML as it comes, unclosed and wrongly nested tags included, into a tree of elements below one `div`. Nothing is
 * judged here: what reads the tree keeps what its allow list holds.
 */
export function readHtml(html: string): { root: XmlElement; cut: boolean } {
  const source = xmlSafe(html);
  const root: OpenElement = { kind: 'element', uri: QTI, local: 'div', attributes: [], children: [], offset: 0 };
  const open: OpenElement[] = [root];
  let nodes = 0;
  let at = 0;
  const top = (): OpenElement => open.at(-1) ?? root;
  const addText = (raw: string) => {
    const text = decodeEntities(raw);
    const { children } = top();
    const last = children.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', text: last.text + text };
    else children.push({ kind: 'text', text });
  };
  while (at < source.length && nodes < MAX_NODES) {
    const next = source.indexOf('<', at);
    if (next === -1) {
      addText(source.slice(at));
      break;
    }
    addText(source.slice(at, next));
    at = afterMarkup(source, next);
    if (at > next) continue;
    TAG.lastIndex = next;
    const tag = TAG.exec(source);
    if (tag === null) {
      addText('<');
      at = next + 1;
      continue;
    }
    at = TAG.lastIndex;
    nodes += 1;
    const [, slash, written = '', rest = ''] = tag;
    const uri = namespaceOf(written, top());
    const local = uri === SVG ? written : written.toLowerCase();
    if (slash === '/') {
      const index = open.findLastIndex((element, place) => place > 0 && element.local === local);
      if (index > 0) open.length = index;
      continue;
    }
    closeImplied(open, local);
    const element: OpenElement = {
      kind: 'element',
      uri,
      local,
      attributes: readAttributes(rest),
      children: [],
      offset: 0,
    };
    top().children.push(element);
    if (RAW.has(local)) {
      const end = new RegExp(`</${local}\\s*>`, 'gi');
      end.lastIndex = at;
      at = end.exec(source) === null ? source.length : end.lastIndex;
    } else if (!VOID.has(local) && !(rest.endsWith('/') && uri !== QTI) && open.length < MAX_DEPTH) open.push(element);
  }
  return { root, cut: nodes >= MAX_NODES };
}

/** The end of a comment, declaration or instruction that begins here; the same place when none does. */
function afterMarkup(source: string, at: number): number {
  if (source.startsWith('<!--', at)) return after(source, '-->', at + 4);
  return source.startsWith('<!', at) || source.startsWith('<?', at) ? after(source, '>', at) : at;
}

function after(source: string, end: string, from: number): number {
  const found = source.indexOf(end, from);
  return found === -1 ? source.length : found + end.length;
}

function namespaceOf(name: string, parent: XmlElement): string {
  if (name.toLowerCase() === 'math') return MATH;
  if (name.toLowerCase() === 'svg') return SVG;
  return parent.uri;
}

function closeImplied(open: OpenElement[], local: string): void {
  const rule = Object.hasOwn(CLOSES, local) ? CLOSES[local] : undefined;
  if (rule === undefined) return;
  let outermost = open.length;
  for (let index = open.length - 1; index > 0; index -= 1) {
    const name = open[index]?.local ?? '';
    if (rule.within.includes(name)) break;
    if (rule.ends.includes(name)) outermost = index;
  }
  open.length = outermost;
}

function readAttributes(rest: string): XmlAttribute[] {
  const found = new Map<string, XmlAttribute>();
  for (const [, name = '', quoted = ''] of rest.matchAll(ATTRIBUTE)) {
    const value = decodeEntities(/^["']/.test(quoted) ? quoted.slice(1, -1) : quoted);
    const key = name.startsWith('xml:') ? name : name.replace(/^xmlns.*$/, '');
    if (key !== '' && !found.has(key)) found.set(key, { name: key, uri: '', local: key, value });
  }
  return [...found.values()];
}
