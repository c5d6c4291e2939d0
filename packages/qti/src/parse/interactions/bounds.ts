import type { Bounds } from '../../model/interaction.ts';
import { Attributes } from '../attributes.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { count } from '../parts/words.ts';
import { findResponse } from './base.ts';

/**
 * Reads min-choices and max-choices, or min-associations and max-associations (0: no limit). Take it before `readBase`.
 *
 * @param usual the maximum without the attribute.
 * @param offered how many there are to choose; Infinity where that is not known.
 */
export function readBounds(
  attributes: Attributes,
  what: 'choices' | 'associations',
  usual: 0 | 1,
  offered: number,
  scope: ItemScope,
): Bounds {
  const { report } = scope;
  const { element } = attributes;
  const given = attributes.has(`max-${what}`);
  const min = count(attributes, `min-${what}`, 0, report);
  const written = count(attributes, `max-${what}`, usual, report);
  const max = settledMax(attributes, what, written, given, scope);
  const most = Math.min(offered, max === 0 ? Number.POSITIVE_INFINITY : max);
  if (min <= most) return { min, max };
  report.lose(element, `min-${what}="${min}" is more than can be chosen; read as ${most}`);
  return { min: most, max };
}

function settledMax(attributes: Attributes, what: string, written: number, given: boolean, scope: ItemScope): number {
  const { report } = scope;
  const { element } = attributes;
  const identifier = new Attributes(element, report).identifier('response-identifier');
  const { cardinality, correct } = findResponse(element, identifier, scope);
  if (cardinality === 'single') {
    if (given && written !== 1) {
      report.lose(
        element,
        `max-${what}="${written}" needs a response of multiple cardinality; "${identifier}" is single, so it is read as 1`,
      );
    }
    return 1;
  }
  const keys = Array.isArray(correct) ? correct.length : 0;
  if (given || written === 0 || keys <= written) return written;
  report.lose(
    element,
    `<${element.local}> has no max-${what}, which means ${written}, but its key has ${keys}; read as no limit`,
  );
  return 0;
}

/**
 * Reads min-choices and max-choices of an order interaction: without them all choices are to be ordered. Each is 1 or
 * more; a 0 says the same as nothing.
 */
export function readOrderBounds(
  attributes: Attributes,
  offered: number,
  scope: ItemScope,
): { readonly minChoices: number | null; readonly maxChoices: number | null } {
  const { report } = scope;
  const { element } = attributes;
  const positive = (name: string): number | null => {
    const value = count(attributes, name, null, report);
    if (value !== 0) return value;
    report.lose(element, `${name}="0" of <${element.local}> must be 1 or more; left out`);
    return null;
  };
  const minChoices = positive('min-choices');
  const maxChoices = positive('max-choices');
  const most = Math.min(offered, maxChoices ?? offered);
  if (minChoices === null || minChoices <= most) return { minChoices, maxChoices };
  report.lose(element, `min-choices="${minChoices}" is more than can be ordered; read as ${most}`);
  return { minChoices: most, maxChoices };
}
