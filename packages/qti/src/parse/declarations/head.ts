import type { VariableDeclaration } from '../../model/declarations.ts';
import { BASE_TYPES, CARDINALITIES } from '../../model/value.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import type { Attributes } from '../attributes.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { type DeclaredType, readDeclaredValue } from './values.ts';

export type Head = DeclaredType & Pick<VariableDeclaration, 'identifier'>;

/** Reads identifier, cardinality and base-type, which every declaration has (abstract class VariableDeclaration). */
export function readHead(attributes: Attributes, report: Report): Head {
  const { element } = attributes;
  const identifier = attributes.identifier('identifier');
  const cardinality = attributes.requireOneOf('cardinality', CARDINALITIES);
  const baseType = attributes.oneOf('base-type', BASE_TYPES) ?? null;
  if (cardinality === 'record') return { identifier, cardinality, baseType: null };
  if (baseType === null) report.refuse(element, `"${identifier}" needs the attribute base-type`);
  return { identifier, cardinality, baseType };
}

/** Reads the children of a declaration: the default value, and what `others` has a reader for; the rest is reported. */
export function readParts(
  element: XmlElement,
  head: Head,
  others: Readonly<Record<string, (child: XmlElement) => void>>,
  report: Report,
): VariableDeclaration {
  let declared: VariableDeclaration = { ...head, fields: {}, defaultValue: null };
  const seen = new Set<string>();
  for (const child of childElements(element)) {
    const name = qtiName(child) ?? '';
    if (seen.has(name)) report.refuse(child, `a second <${child.local}> of "${head.identifier}"; remove one`);
    seen.add(name);
    if (name === 'qti-default-value') {
      const { value, fields, interpretation } = readDeclaredValue(child, head, report);
      if (interpretation !== null) report.lose(child, 'the interpretation of a default value is left out');
      declared = { ...declared, fields, defaultValue: value };
    } else if (Object.hasOwn(others, name)) others[name]?.(child);
    else report.lose(child, `<${child.local}> is not known inside <${element.local}>; left out`);
  }
  return declared;
}
