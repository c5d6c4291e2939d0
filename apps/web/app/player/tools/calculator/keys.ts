import type { calculatorMessages } from './messages.ts';

export type CalculatorKind = 'basic' | 'scientific';

export type KeyAct =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'equals' | 'clear' | 'back' | 'sign' }
  | { readonly do: 'memory'; readonly act: 'clear' | 'recall' | 'add' | 'subtract' };

export interface Key {
  readonly shown: string;
  /** What it is called, where its sign alone says too little. */
  readonly name?: keyof typeof calculatorMessages;
  readonly act: KeyAct;
  readonly looks: 'digit' | 'operator' | 'function' | 'equals';
}

type Name = keyof typeof calculatorMessages;

const typed = (looks: Key['looks'], text: string, shown = text, name?: Name): Key => ({
  shown,
  act: { do: 'type', text },
  looks,
  ...(name === undefined ? {} : { name }),
});
const digit = (text: string): Key => typed('digit', text);
const act = (shown: string, name: Name, what: KeyAct, looks: Key['looks'] = 'function'): Key => ({
  shown,
  name,
  act: what,
  looks,
});

const memoryKeys: readonly Key[] = [
  act('MC', 'memoryClear', { do: 'memory', act: 'clear' }),
  act('MR', 'memoryRecall', { do: 'memory', act: 'recall' }),
  act('M+', 'memoryAdd', { do: 'memory', act: 'add' }),
  act('M−', 'memorySubtract', { do: 'memory', act: 'subtract' }),
];

/** Four in a row. */
export const mainKeys: readonly Key[] = [
  act('AC', 'clear', { do: 'clear' }),
  act('⌫', 'back', { do: 'back' }),
  typed('function', '%', '%', 'percent'),
  typed('operator', '÷', '÷', 'divide'),
  ...['7', '8', '9'].map(digit),
  typed('operator', '×', '×', 'times'),
  ...['4', '5', '6'].map(digit),
  typed('operator', '−', '−', 'minus'),
  ...['1', '2', '3'].map(digit),
  typed('operator', '+', '+', 'plus'),
  act('±', 'sign', { do: 'sign' }),
  digit('0'),
  typed('digit', '.', '.', 'point'),
  act('=', 'equals', { do: 'equals' }, 'equals'),
];

const root = typed('function', '√(', '√', 'squareRoot');

export const basicKeys: readonly Key[] = [...memoryKeys, root];

/** Six in a row. */
export const scientificKeys: readonly Key[] = [
  typed('function', 'sin(', 'sin', 'sine'),
  typed('function', 'cos(', 'cos', 'cosine'),
  typed('function', 'tan(', 'tan', 'tangentName'),
  typed('function', 'ln(', 'ln', 'naturalLog'),
  typed('function', 'log(', 'log', 'decimalLog'),
  typed('function', 'exp(', 'eˣ', 'exponential'),
  typed('function', 'sin⁻¹(', 'sin⁻¹', 'inverseSine'),
  typed('function', 'cos⁻¹(', 'cos⁻¹', 'inverseCosine'),
  typed('function', 'tan⁻¹(', 'tan⁻¹', 'inverseTangent'),
  typed('function', '(', '(', 'open'),
  typed('function', ')', ')', 'close'),
  typed('function', 'E', 'EE', 'powerOfTen'),
  typed('function', '²', 'x²', 'squared'),
  typed('function', '³', 'x³', 'cubed'),
  typed('function', '^', 'xʸ', 'power'),
  root,
  typed('function', '∛(', '∛', 'cubeRoot'),
  typed('function', ' root ', 'ʸ√x', 'anyRoot'),
  typed('function', 'π', 'π', 'pi'),
  typed('function', 'e', 'e', 'euler'),
  typed('function', '!', 'n!', 'factorialName'),
  typed('function', 'Ans', 'Ans', 'lastResult'),
  ...memoryKeys,
];

/** What a key of the keyboard types into an entry; undefined when it has no part in calculating. */
export const textOfKey = (key: string): string | undefined => {
  const signs: Readonly<Record<string, string>> = { '*': '×', x: '×', '/': '÷', '-': '−' };
  if (signs[key] !== undefined) return signs[key];
  return /^[0-9.+^!%()Eeπ²³√]$/.test(key) ? key : undefined;
};

/** An entry that was typed or pasted, with the signs that the keypad shows. */
export const withSigns = (entry: string): string =>
  entry.replace(/[*·]/g, '×').replace(/x/g, '×').replace(/e×p/g, 'exp').replaceAll('/', '÷').replaceAll('-', '−');
