import { QTI } from '../parse/namespace.ts';
import type { Report } from '../parse/report.ts';
import { childElements, ownText, type XmlAttribute, type XmlElement, type XmlNode } from '../xml/tree.ts';
import { attributeName } from './names.ts';

/** Whether the element is a portable custom interaction as QTI 2 held it, inside a customInteraction. */
export function isPortableCustom(element: XmlElement): boolean {
  return element.local === 'portableCustomInteraction';
}

/**
 * A portable custom interaction (PCI 1.0, in a customInteraction of QTI 2) as qti-portable-custom-interaction: `hook` and the
 * listed modules become its modules, the properties its `data-` attributes, the markup its qti-interaction-markup.
 */
export function upgradePortableCustom(custom: XmlElement, portable: XmlElement, report: Report): XmlElement {
  const element = (local: string, attributes: readonly XmlAttribute[], children: readonly XmlNode[]): XmlElement => {
    return { kind: 'element', uri: QTI, local, attributes, children, offset: portable.offset };
  };
  const attributes: XmlAttribute[] = renamed(custom);
  let hook: string | undefined;
  for (const one of renamed(portable)) {
    if (one.name === 'hook') hook = one.value;
    else if (one.name !== 'version' && !attributes.some(({ name }) => name === one.name)) attributes.push(one);
  }
  const children: XmlNode[] = [];
  const modules: XmlElement[] = [];
  for (const child of childElements(portable)) {
    if (child.local === 'properties') attributes.push(...properties(child, '', report));
    else if (child.local === 'modules' || child.local === 'resources') modules.push(...modulesIn(child, element));
    else if (child.local === 'markup' || child.local === 'instance') {
      children.push(element('qti-interaction-markup', [], child.children.map(inHtml)));
    } else if (child.local !== 'responseSchema') {
      report.lose(child, `<${child.local}> of a portable custom interaction is left out`);
    }
  }
  const name = attributes.find((one) => one.name === 'custom-interaction-type-identifier')?.value ?? 'module';
  if (hook !== undefined && !attributes.some((one) => one.name === 'module')) {
    modules.unshift(element('qti-interaction-module', [attribute('id', name), attribute('primary-path', hook)], []));
    attributes.push(attribute('module', name));
  }
  const list = modules.length === 0 ? [] : [element('qti-interaction-modules', [], modules)];
  return element('qti-portable-custom-interaction', attributes, [...list, ...children]);
}

/** The properties as data attributes; those inside a property get the names of both, with a double underscore between. */
function properties(element: XmlElement, prefix: string, report: Report): XmlAttribute[] {
  return childElements(element).flatMap((entry) => {
    const key = entry.attributes.find(({ local }) => local === 'key')?.value ?? '';
    if (!/^[\w.-]+$/.test(key)) {
      report.lose(
        entry,
        `the property ${JSON.stringify(key.slice(0, 60))} has no name that an attribute can have; left out`,
      );
      return [];
    }
    const name = `${prefix}${attributeName(key)}`;
    if (entry.local === 'properties') return properties(entry, `${name}__`, report);
    return [attribute(`data-${name}`, ownText(entry).trim())];
  });
}

function modulesIn(
  list: XmlElement,
  element: (local: string, attributes: readonly XmlAttribute[], children: readonly XmlNode[]) => XmlElement,
): XmlElement[] {
  return childElements(list).flatMap((child) => {
    if (child.local === 'libraries') return modulesIn(child, element);
    const given = renamed(child);
    const value = (name: string) => given.find((one) => one.name === name)?.value;
    const id = value('id');
    const path = value('primary-path') ?? value('href');
    if (id === undefined) return [];
    const fallback = value('fallback-path');
    const attributes = [attribute('id', id)];
    if (path !== undefined) attributes.push(attribute('primary-path', path));
    if (fallback !== undefined) attributes.push(attribute('fallback-path', fallback));
    return [element('qti-interaction-module', attributes, [])];
  });
}

function renamed(element: XmlElement): XmlAttribute[] {
  return element.attributes
    .filter(({ uri }) => uri === '')
    .map(({ name, value }) => attribute(attributeName(name), value));
}

function attribute(name: string, value: string): XmlAttribute {
  return { name, local: name, uri: '', value };
}

/** The markup is HTML, in whichever namespace it stood. */
function inHtml(node: XmlNode): XmlNode {
  if (node.kind === 'text' || /MathML|svg/i.test(node.uri)) return node;
  return { ...node, uri: QTI, children: node.children.map(inHtml) };
}
