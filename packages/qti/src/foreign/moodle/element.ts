import { childElements, ownText, type XmlElement } from '../../xml/tree.ts';

/** The first child of the name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childElements(element).find(({ local }) => local === name);
}

/** The children of the name. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).filter(({ local }) => local === name);
}

/** The words of a child, directly or in a <text>; '' without one. */
export function wordsOf(element: XmlElement | undefined, name?: string): string {
  const found = name === undefined || element === undefined ? element : childOf(element, name);
  if (found === undefined) return '';
  return ownText(childOf(found, 'text') ?? found).trim();
}

/** An attribute; '' without it. */
export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.find(({ local }) => local === name)?.value ?? '';
}

/** Whether a setting is on, as Moodle writes it; an empty element sets it too. */
export function isOn(element: XmlElement, name: string, fallback: boolean): boolean {
  const found = childOf(element, name);
  if (found === undefined) return fallback;
  return !/^(0|false)$/i.test(wordsOf(found));
}

/** A finite number; undefined for anything else. */
export function numberOf(words: string): number | undefined {
  const value = Number(words.replace(',', '.'));
  return words === '' || !Number.isFinite(value) ? undefined : value;
}
