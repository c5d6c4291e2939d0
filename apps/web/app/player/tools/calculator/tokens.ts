/** A refusal in a name of `messages.ts`; `value` is what it speaks of. */
export interface CalculatorFault {
  readonly ok: false;
  readonly fault: Fault;
  readonly value: string;
}

export const faults = [
  'empty',
  'unknown',
  'comma',
  'number',
  'missingValue',
  'missingBracket',
  'extraBracket',
  'divideByZero',
  'negativeRoot',
  'zerothRoot',
  'logDomain',
  'inverseDomain',
  'tangent',
  'angle',
  'factorial',
  'power',
  'tooLarge',
  'tooLong',
] as const;
export type Fault = (typeof faults)[number];

export const functionNames = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'ln', 'log', 'exp', 'sqrt', 'cbrt'] as const;
export type FunctionName = (typeof functionNames)[number];
export const constantNames = ['pi', 'e', 'ans'] as const;
export type ConstantName = (typeof constantNames)[number];

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | 'root';

export type Token =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'function'; readonly name: FunctionName }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'operator'; readonly operator: BinaryOperator }
  | { readonly kind: 'postfix'; readonly operator: '!' | '%' | '²' | '³' }
  | { readonly kind: 'open' | 'close' };

/** More than fits on the keypad's line by far; what is longer was pasted by accident. */
export const MAX_ENTRY = 500;

const signs: Readonly<Record<string, Token>> = {
  '+': { kind: 'operator', operator: '+' },
  '-': { kind: 'operator', operator: '-' },
  '−': { kind: 'operator', operator: '-' },
  '*': { kind: 'operator', operator: '*' },
  '×': { kind: 'operator', operator: '*' },
  '·': { kind: 'operator', operator: '*' },
  '/': { kind: 'operator', operator: '/' },
  '÷': { kind: 'operator', operator: '/' },
  '^': { kind: 'operator', operator: '^' },
  '!': { kind: 'postfix', operator: '!' },
  '%': { kind: 'postfix', operator: '%' },
  '²': { kind: 'postfix', operator: '²' },
  '³': { kind: 'postfix', operator: '³' },
  '√': { kind: 'function', name: 'sqrt' },
  '∛': { kind: 'function', name: 'cbrt' },
  π: { kind: 'constant', name: 'pi' },
  '(': { kind: 'open' },
  ')': { kind: 'close' },
};

const inverses: Readonly<Record<string, FunctionName>> = { 'sin⁻¹': 'asin', 'cos⁻¹': 'acos', 'tan⁻¹': 'atan' };

const wordOf = (word: string): Token | undefined => {
  const small = word.toLowerCase();
  const name = inverses[small] ?? functionNames.find((each) => each === small);
  if (name !== undefined) return { kind: 'function', name };
  if (small === 'root') return { kind: 'operator', operator: 'root' };
  const constant = constantNames.find((each) => each === small);
  return constant === undefined ? undefined : { kind: 'constant', name: constant };
};

const fault = (name: Fault, value = ''): CalculatorFault => ({ ok: false, fault: name, value });

/**
 * The parts of an entry. A capital E is an exponent of ten (`1.5E-3`) where a number stands before it; a small e is
 * Euler's number.
 */
export const tokensOf = (entry: string): { readonly ok: true; readonly tokens: readonly Token[] } | CalculatorFault => {
  if (entry.length > MAX_ENTRY) return fault('tooLong', String(MAX_ENTRY));
  const tokens: Token[] = [];
  let rest = entry.trimStart();
  while (rest !== '') {
    const [number] = /^(?:\d+\.?\d*|\.\d+)(?:E[+\-−]?\d+)?/.exec(rest) ?? [];
    const [word] = /^[a-z]+(?:⁻¹)?/i.exec(rest) ?? [];
    const [sign = ''] = rest;
    const found = word === undefined ? signs[sign] : wordOf(word);
    if (number !== undefined) {
      const after = rest.slice(number.length);
      if (/^[.\d]/.test(after) || /^E/.test(after)) return fault('number', number + (after[0] ?? ''));
      tokens.push({ kind: 'number', text: number.replace('−', '-') });
    } else if (sign === ',') return fault('comma');
    else if (sign === '.') return fault('number', sign);
    else if (found === undefined) return fault('unknown', word ?? sign);
    else tokens.push(found);
    rest = rest.slice((number ?? word ?? sign).length).trimStart();
  }
  return tokens.length === 0 ? fault('empty') : { ok: true, tokens };
};
