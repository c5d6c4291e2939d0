import type { QtiVersion } from '../model/item.ts';
import { QTI } from '../parse/namespace.ts';
import type { Report } from '../parse/report.ts';
import type { XmlAttribute, XmlElement, XmlNode } from '../xml/tree.ts';
import { isQtiNamespace, ROOTS, versionOf } from './detect.ts';
import { attributeName, attributeValue, elementName } from './names.ts';
import { isPortableCustom, upgradePortableCustom } from './portable-custom.ts';

/** A document in the names of QTI 3, and the version that it was written in. Places in the source stay as they were. */
export interface Upgraded {
  readonly root: XmlElement;
  readonly version: QtiVersion;
}

/**
 * Puts a document of QTI 2.0, 2.1 or 2.2 into the names and the namespace of QTI 3.0. A document without a namespace, or with
 * one that only looks like QTI's, is read by the name of its root, and reported. Identifiers are never changed.
 */
export function upgrade(root: XmlElement, report: Report): Upgraded {
  const version = versionOf(root);
  const isOld = !root.local.includes('-');
  if ((root.uri === QTI && !isOld) || !Object.hasOwn(ROOTS, root.local)) return { root, version };
  if (!isQtiNamespace(root.uri)) {
    const named = root.uri === '' ? 'no namespace' : `the namespace "${root.uri.slice(0, 100)}"`;
    report.lose(root, `<${root.local}> has ${named}; read as QTI ${version}, by its name`);
  }
  return { root: upgradeElement(root, { report, uri: root.uri, isOld }), version };
}

interface Scope {
  readonly report: Report;
  /** The namespace of the document's root. */
  readonly uri: string;
  /** The names are those of QTI 2. */
  readonly isOld: boolean;
}

function upgradeElement(element: XmlElement, scope: Scope): XmlElement {
  const isQti = element.uri === scope.uri || element.uri === QTI || (element.uri !== '' && isQtiNamespace(element.uri));
  if (!isQti) return { ...element, children: upgradeAll(element.children, scope) };
  if (scope.isOld && element.local === 'infoControl') return infoControl(element, scope);
  if (scope.isOld && element.local === 'customInteraction') {
    const portable = element.children.find((child) => child.kind === 'element' && isPortableCustom(child));
    if (portable?.kind === 'element') return upgradePortableCustom(element, portable, scope.report);
  }
  const local = scope.isOld ? (elementName(element.local) ?? element.local) : element.local;
  const attributes = scope.isOld && local.startsWith('qti-') ? renamed(local, element.attributes) : element.attributes;
  const given = scope.isOld && isWithoutLimit(local, attributes) ? [...attributes, NO_LIMIT] : attributes;
  return { ...element, uri: QTI, local, attributes: given, children: upgradeAll(element.children, scope) };
}

/** QTI 2 fills gaps without a limit; in QTI 3 the limit is 1 where none is given. */
const NO_LIMIT: XmlAttribute = { name: 'max-associations', local: 'max-associations', uri: '', value: '0' };

function isWithoutLimit(local: string, attributes: readonly XmlAttribute[]): boolean {
  return /^qti-(graphic-)?gap-match-interaction$/.test(local) && !attributes.some(({ name }) => name === NO_LIMIT.name);
}

function upgradeAll(nodes: readonly XmlNode[], scope: Scope): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if (node.kind === 'text') return [node];
    if (/accessibilit/i.test(node.local) && /apip/i.test(node.uri)) {
      scope.report.lose(node, 'the accessibility information of APIP is left out; QTI 3 keeps such in catalogs');
      return [];
    }
    return [upgradeElement(node, scope)];
  });
}

function renamed(element: string, attributes: readonly XmlAttribute[]): XmlAttribute[] {
  return attributes.map((attribute) => {
    if (attribute.uri !== '') return attribute;
    const name = attributeName(attribute.name);
    return { ...attribute, name, local: name, value: attributeValue(element, name, attribute.value) };
  });
}

/** Content that candidates may open (class InfoControl of QTI 2): in QTI 3, HTML's details with a summary. */
function infoControl(element: XmlElement, scope: Scope): XmlElement {
  const title = element.attributes.find(({ name }) => name === 'title')?.value.trim() ?? '';
  const common = { kind: 'element', uri: QTI, offset: element.offset } as const;
  const text: XmlNode[] = title === '' ? [] : [{ kind: 'text', text: title }];
  const summary: XmlElement = { ...common, local: 'summary', attributes: [], children: text };
  const attributes = element.attributes.filter(({ name }) => name !== 'title' && name !== 'label');
  return { ...common, local: 'details', attributes, children: [summary, ...upgradeAll(element.children, scope)] };
}
