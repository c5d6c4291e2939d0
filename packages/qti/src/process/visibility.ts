import type { PlainValue, PlainValues } from '../model/value.ts';

/** What is there for some values of a variable: feedback and template content, and choices. */
export interface ConditionallyShown {
  /** The outcome or template variable; with neither, it is always shown. */
  readonly variable?: string | null;
  readonly templateVariable?: string | null;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
}

/**
 * Whether it is shown (QTI 3.0 ASI information model, attributes outcome-identifier, template-identifier, show-hide and
 * identifier): when the variable is the identifier or holds it, `show` shows and `hide` hides; otherwise the reverse.
 *
 * @param values the outcomes or the template variables, by identifier.
 */
export function isShown(node: ConditionallyShown, values: PlainValues): boolean {
  const variable = node.variable ?? node.templateVariable ?? null;
  if (variable === null) return true;
  const value = Object.hasOwn(values, variable) ? (values[variable] ?? null) : null;
  return holds(value, node.identifier) === (node.showHide === 'show');
}

function holds(value: PlainValue, identifier: string): boolean {
  return Array.isArray(value) ? value.includes(identifier) : value === identifier;
}
