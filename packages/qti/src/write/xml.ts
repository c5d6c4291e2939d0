/** An element to be written. `inline`: white space around it would be read as words; `block`: it stands on lines of its own. */
export interface XmlPart {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (XmlPart | string)[];
  readonly layout: 'block' | 'inline';
}

/** null, undefined and empty lists are left out; lists are written with one space between. */
export type AttributeValue = string | number | boolean | readonly (string | number)[] | null | undefined;

/** Makes an element; attributes stay in the order given. */
export function part(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  children: readonly (XmlPart | string)[] = [],
  layout: XmlPart['layout'] = 'block',
): XmlPart {
  const written = Object.entries(attributes).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [[key, Array.isArray(value) ? value.join(' ') : String(value)]];
  });
  return { name, attributes: written, children, layout };
}

/** The value, or null where it is the attribute's default, so that it is left out. */
export function unless<T>(value: T, byDefault: T): T | null {
  return value === byDefault ? null : value;
}

/**
 * A whole XML 1.0 document: two spaces of indent between blocks, none where white space matters.
 *
 * @throws {RangeError} for a character or a name that XML 1.0 cannot hold.
 */
export function writeXml(root: XmlPart): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeBlock(root, '')}\n`;
}

function writeBlock(element: XmlPart, indent: string): string {
  const { children } = element;
  const structured = children.length > 0 && children.every((child) => typeof child !== 'string' && isBlock(child));
  if (!structured) return `${indent}${writeInline(element)}`;
  const inner = children.map((child) => (typeof child === 'string' ? '' : writeBlock(child, `${indent}  `)));
  return [`${indent}<${startOf(element)}>`, ...inner, `${indent}</${element.name}>`].join('\n');
}

const isBlock = ({ layout }: XmlPart): boolean => layout === 'block';

function writeInline(element: XmlPart): string {
  if (element.children.length === 0) return `<${startOf(element)}/>`;
  const inner = element.children.map((child) =>
    typeof child === 'string' ? escapeText(child, element.name) : writeInline(child),
  );
  return `<${startOf(element)}>${inner.join('')}</${element.name}>`;
}

function startOf({ name, attributes }: XmlPart): string {
  const written = attributes.map(([key, value]) => ` ${checkedName(key)}="${escapeAttribute(value, key)}"`);
  return `${checkedName(name)}${written.join('')}`;
}

function checkedName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*(:[\p{L}_][\p{L}\p{N}\p{M}_.·-]*)?$/u.test(name)) return name;
  throw new RangeError(`${JSON.stringify(name.slice(0, 60))} is no name that XML can hold; rename it`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

const escaped = (character: string): string => ENTITIES[character] ?? character;

function escapeText(text: string, where: string): string {
  return checkedText(text, `<${where}>`).replace(/[&<>\r]/g, escaped);
}

function escapeAttribute(value: string, where: string): string {
  return checkedText(value, `the attribute ${where}`).replace(/[&<"\r\n\t]/g, escaped);
}

/** Everything outside the production Char of XML 1.0; a surrogate without its partner counts as one. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The text without characters that XML 1.0 cannot hold, such as control characters. */
export function xmlSafe(text: string): string {
  return text.replace(new RegExp(FORBIDDEN, 'gu'), '');
}

function checkedText(text: string, where: string): string {
  const found = FORBIDDEN.exec(text);
  if (found === null) return text;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new RangeError(`${where} holds the character U+${code}, which XML 1.0 cannot hold; remove it`);
}
