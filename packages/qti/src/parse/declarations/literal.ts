import type { BaseType, Scalar } from '../../model/value.ts';
import { parseLiteral } from '../../value/literal.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Report } from '../report.ts';

/**
 * The literal as a value of the base type. A whole number that is written as a float, such as "1.0", is taken for an integer
 * and reported; undefined for any other text that is no such value.
 */
export function readLiteral(text: string, baseType: BaseType, at: XmlElement, report: Report): Scalar | undefined {
  const value = parseLiteral(text, baseType);
  if (value !== undefined || baseType !== 'integer') return value;
  const float = parseLiteral(text, 'float');
  const whole = float === undefined ? undefined : parseLiteral(String(float), 'integer');
  if (whole !== undefined) report.lose(at, `"${text.trim()}" is no integer; read as ${whole}`);
  return whole;
}

const WORDS: Readonly<Record<BaseType, string>> = {
  boolean: 'true or false',
  directedPair: 'two identifiers with a space between',
  duration: 'a duration: seconds, or ISO 8601 such as PT90S',
  file: 'the name of a file',
  float: 'a number',
  identifier: 'an identifier: a letter or _, then letters, digits, _, - and .',
  integer: 'a whole number of 32 bits',
  pair: 'two identifiers with a space between',
  point: 'two whole numbers with a space between',
  string: 'text',
  uri: 'an address',
};

/** What a literal of the base type is, for messages that say how to mend one. */
export function literalInWords(baseType: BaseType): string {
  return WORDS[baseType];
}
