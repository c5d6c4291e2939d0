import type { NumberOrVariable, StringOrVariable } from '../../model/expression.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { isIdentifier, parseNumber } from '../lexical.ts';
import type { Report } from '../report.ts';
import { Unsupported } from '../unsupported.ts';

const fail = (at: XmlElement, text: string): never => {
  throw new Unsupported(at, text);
};

/**
 * The attributes of an expression or a rule. What is wrong with them makes the processing unsupported and leaves the
 * rest of the document readable; so does an attribute that nobody knows, as it may change what the expression means.
 */
export class OperandAttributes extends Attributes {
  constructor(element: XmlElement, report: Report) {
    super(element, report, fail);
  }

  override finish(): void {
    const unknown = this.names().filter((name) => !name.startsWith('data-') && name !== 'xml:space' && name !== 'id');
    if (unknown.length === 0) return;
    fail(this.element, `the attribute ${unknown.join(', ')} of <${this.element.local}> is not known; remove it`);
  }

  numberOrVariable(name: string, fallback?: number): NumberOrVariable {
    const text = this.take(name);
    if (text !== undefined) return this.readNumber(name, text, false);
    return fallback ?? fail(this.element, `<${this.element.local}> needs the attribute ${name}`);
  }

  integerOrVariable(name: string, fallback?: number): NumberOrVariable {
    const text = this.take(name);
    if (text !== undefined) return this.readNumber(name, text, true);
    return fallback ?? fail(this.element, `<${this.element.local}> needs the attribute ${name}`);
  }

  numbersOrVariables(name: string): NumberOrVariable[] {
    const words = (this.take(name) ?? '').split(/[ \t\r\n]+/).filter((word) => word !== '');
    return words.map((word) => this.readNumber(name, word, false));
  }

  /** A string stands for itself; a variable is written in braces, as `{X}`. */
  stringOrVariable(name: string): StringOrVariable {
    const text = this.require(name);
    const variable = reference(text);
    return variable === undefined ? text : { variable };
  }

  private readNumber(name: string, text: string, whole: boolean): NumberOrVariable {
    const trimmed = text.trim();
    const number = parseNumber(trimmed);
    if (number !== undefined && (!whole || Number.isSafeInteger(number))) return number;
    const variable = reference(trimmed) ?? (isIdentifier(trimmed) ? trimmed : undefined);
    if (number === undefined && variable !== undefined) return { variable };
    return fail(
      this.element,
      `${name}=${JSON.stringify(trimmed.slice(0, 60))} of <${this.element.local}> must be ` +
        `a ${whole ? 'whole number' : 'number'} or the identifier of a variable`,
    );
  }
}

/** The identifier in braces, which the specification asks for around a reference to a variable. */
function reference(text: string): string | undefined {
  const inner = /^\{([^{}]*)\}$/.exec(text)?.[1];
  return inner !== undefined && isIdentifier(inner) ? inner : undefined;
}
