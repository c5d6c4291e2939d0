import type { ContentNode } from '../../model/content.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readClasses } from '../content/body-attributes.ts';
import { isIdentifier } from '../lexical.ts';
import { findVariable } from '../variables.ts';
import type { ItemScope } from './item-scope.ts';
import { takeBody } from './take-body.ts';
import { flag } from './words.ts';
import { wrap } from './wrap.ts';

/** Reads qti-printed-variable (ASI information model, class PrintedVariable). */
export function readPrintedVariable(element: XmlElement, scope: ItemScope): readonly ContentNode[] {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const identifier = attributes.identifier('identifier');
  if (findVariable(scope, identifier) === undefined) {
    report.lose(element, `no variable "${identifier}" is declared, so nothing is printed for it; declare it`);
  }
  const format = attributes.take('format') ?? null;
  const powerForm = flag(attributes, 'power-form', false, report);
  const base = numberOrVariable(attributes, 'base', scope) ?? 10;
  const index = numberOrVariable(attributes, 'index', scope);
  const delimiter = attributes.take('delimiter') ?? null;
  const field = attributes.take('field') ?? null;
  const mappingIndicator = attributes.take('mapping-indicator') ?? null;
  const classes = readClasses(attributes, report);
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  const more: Record<string, string> = { ...rest };
  if (id !== null) more.id = id;
  if (catalogIdref !== null) more['data-catalog-idref'] = catalogIdref;
  const settings = { format, powerForm, base, index, delimiter, field, mappingIndicator, classes };
  return wrap([{ type: 'printed-variable', identifier, ...settings }], more, 'span');
}

function numberOrVariable(
  attributes: Attributes,
  name: string,
  { report }: ItemScope,
): number | { readonly variable: string } | null {
  const value = attributes.take(name)?.trim();
  if (value === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  if (isIdentifier(value)) return { variable: value };
  const given = JSON.stringify(value.slice(0, 60));
  report.lose(attributes.element, `${name}=${given} must be a whole number from 1 up, or a variable; left out`);
  return null;
}
