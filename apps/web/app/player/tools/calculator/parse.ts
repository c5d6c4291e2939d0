import {
  type BinaryOperator,
  type CalculatorFault,
  type ConstantName,
  type FunctionName,
  type Token,
  tokensOf,
} from './tokens.ts';

export type Formula =
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'constant'; readonly name: ConstantName }
  | { readonly is: 'negative'; readonly of: Formula }
  | { readonly is: 'function'; readonly name: FunctionName; readonly of: Formula }
  | { readonly is: 'postfix'; readonly operator: '!' | '%' | '²' | '³'; readonly of: Formula }
  | { readonly is: 'binary'; readonly operator: BinaryOperator; readonly left: Formula; readonly right: Formula };

/** How firmly an operator holds; a value that stands next to a value is multiplied as by ×, only more firmly. */
const holds: Readonly<Record<BinaryOperator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 5, root: 5 };
const BESIDE = 3;
const SIGN = 4;
/** Brackets and signs one in another; more would only exhaust the stack. */
const DEEPEST = 100;

class Unreadable extends Error {
  readonly refusal: CalculatorFault;
  constructor(fault: CalculatorFault['fault'], value = '') {
    super(fault);
    this.refusal = { ok: false, fault, value };
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    const formula = this.#read(0);
    if (this.#next() !== undefined) throw new Unreadable('extraBracket');
    return formula;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #read(least: number): Formula {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Unreadable('tooLong', String(DEEPEST));
    let left = this.#first();
    for (let token = this.#next(); token !== undefined && token.kind !== 'close'; token = this.#next()) {
      if (token.kind === 'postfix') {
        this.#at += 1;
        left = { is: 'postfix', operator: token.operator, of: left };
        continue;
      }
      const operator = token.kind === 'operator' ? token.operator : '*';
      const firmness = token.kind === 'operator' ? holds[operator] : BESIDE;
      if (firmness < least) break;
      if (token.kind === 'operator') this.#at += 1;
      // Powers are read from the end: 2^3^2 is 2^9.
      const right = this.#read(operator === '^' ? firmness : firmness + 1);
      left = { is: 'binary', operator, left, right };
    }
    this.#depth -= 1;
    return left;
  }

  #first(): Formula {
    const token = this.#next();
    this.#at += 1;
    switch (token?.kind) {
      case 'number':
        return { is: 'number', text: token.text };
      case 'constant':
        return { is: 'constant', name: token.name };
      case 'open':
        return this.#bracket();
      case 'function':
        return { is: 'function', name: token.name, of: this.#argument() };
      case 'operator':
        if (token.operator === '-') return { is: 'negative', of: this.#read(SIGN) };
        if (token.operator === '+') return this.#read(SIGN);
        throw new Unreadable('missingValue');
      default:
        throw new Unreadable('missingValue');
    }
  }

  /** What follows an opening bracket. A last bracket may be left open, as on every pocket calculator. */
  #bracket(): Formula {
    const inside = this.#read(0);
    if (this.#next()?.kind === 'close') this.#at += 1;
    else if (this.#next() !== undefined) throw new Unreadable('missingBracket');
    return inside;
  }

  /** `sin(30)²` is (sin 30)², so that a bracket is taken alone; `√16²` is √(16²). */
  #argument(): Formula {
    if (this.#next()?.kind !== 'open') return this.#read(BESIDE + 1);
    this.#at += 1;
    return this.#bracket();
  }
}

/** The formula of an entry, by the usual order of operations. */
export const formulaOf = (entry: string): { readonly ok: true; readonly formula: Formula } | CalculatorFault => {
  const read = tokensOf(entry);
  if (!read.ok) return read;
  try {
    return { ok: true, formula: new Reader(read.tokens).whole() };
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
};
