import type { XmlPart } from './xml.ts';

/** Attributes that name files; module paths of portable custom interactions among them. */
const ADDRESSES = new Set(['src', 'srcset', 'href', 'data', 'poster', 'primary-path', 'fallback-path']);

/** The addresses that a document names, as they are written, each once. */
export function addressesIn(root: XmlPart): string[] {
  const found = new Set<string>();
  const visit = ({ name, attributes, children }: XmlPart) => {
    for (const [key, value] of attributes) if (ADDRESSES.has(key)) found.add(value);
    for (const child of children) {
      if (typeof child !== 'string') visit(child);
      else if (name === 'qti-file-href') found.add(child);
    }
  };
  visit(root);
  return [...found];
}
