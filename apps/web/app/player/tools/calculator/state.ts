import { Decimal } from 'decimal.js';
import { type AngleUnit, compute } from './compute.ts';
import { type KeyAct, withSigns } from './keys.ts';
import { shown } from './show.ts';
import { type Fault, MAX_ENTRY } from './tokens.ts';

export interface Reckoning {
  readonly entry: string;
  /** All digits. */
  readonly value: string;
}

export interface CalculatorState {
  readonly entry: string;
  /** Where the next sign goes, counted from the start of the entry. */
  readonly caret: number;
  /** The entry has been computed: a digit starts another, an operator goes on from the result. */
  readonly done: boolean;
  readonly result: string | null;
  readonly fault: { readonly name: Fault; readonly value: string } | null;
  readonly memory: string;
  readonly angle: AngleUnit;
  /** Newest last. */
  readonly history: readonly Reckoning[];
}

export const emptyCalculator: CalculatorState = {
  entry: '',
  caret: 0,
  done: false,
  result: null,
  fault: null,
  memory: '0',
  angle: 'degrees',
  history: [],
};

export type CalculatorAct =
  | KeyAct
  | { readonly do: 'edit'; readonly entry: string; readonly caret: number }
  | { readonly do: 'caret'; readonly caret: number }
  | { readonly do: 'angle'; readonly angle: AngleUnit }
  | { readonly do: 'reuse'; readonly value: string }
  | { readonly do: 'forget' };

const KEPT_RESULTS = 50;

const Digits: typeof Decimal = Decimal.clone({ precision: 28, maxE: 9999, minE: -9999 });

const ansOf = ({ history }: CalculatorState): string => history.at(-1)?.value ?? '0';

/** Signs that need a value before them: after a result, they go on from it. */
const goesOn = (text: string): boolean => /^\s*(?:[+−×÷^!%²³]|root)/.test(text);

const edited = (state: CalculatorState, entry: string, caret: number): CalculatorState => ({
  ...state,
  entry: entry.slice(0, MAX_ENTRY + 1),
  caret: Math.min(caret, MAX_ENTRY + 1),
  done: false,
  fault: null,
});

const typed = (state: CalculatorState, text: string): CalculatorState => {
  const before = state.done ? (goesOn(text) && state.result !== null ? 'Ans' : '') : state.entry.slice(0, state.caret);
  const after = state.done ? '' : state.entry.slice(state.caret);
  return edited(state, before + text + after, (before + text).length);
};

/** In the field itself: what was added to a computed entry is taken as by the keypad. */
const written = (state: CalculatorState, entry: string, caret: number): CalculatorState => {
  const now = withSigns(entry);
  if (state.done && now.startsWith(state.entry) && now.length > state.entry.length)
    return typed(state, now.slice(state.entry.length));
  return edited(state, now, caret);
};

/** A function or name goes as a whole. */
const shorter = (state: CalculatorState): CalculatorState => {
  if (state.done) return edited(state, '', 0);
  const before = state.entry.slice(0, state.caret);
  const [last = ''] = /(?:[a-z]+(?:⁻¹)?\(| root |Ans|[√∛]\(|.)$/iu.exec(before) ?? [];
  const kept = before.slice(0, before.length - last.length);
  return edited(state, kept + state.entry.slice(state.caret), kept.length);
};

/** Turns the sign of the number before the caret, or of a result. */
const signTurned = (state: CalculatorState): CalculatorState => {
  if (state.done && state.result !== null) return edited(state, '−Ans', 4);
  const before = state.entry.slice(0, state.caret);
  const [number = ''] = /(?:\d+\.?\d*|\.\d+|Ans|π)(?:E−?\d+)?$/.exec(before) ?? [];
  const head = before.slice(0, before.length - number.length);
  const isSigned = /(?:^|[(+−×÷^])−$/.test(head);
  const turned = isSigned ? head.slice(0, -1) : `${head}−`;
  return edited(state, turned + number + state.entry.slice(state.caret), (turned + number).length);
};

const computed = (state: CalculatorState): CalculatorState => {
  if (state.entry.trim() === '') return state;
  const answer = compute(state.entry, { angle: state.angle, ans: ansOf(state) });
  if (!answer.ok) return { ...state, fault: { name: answer.fault, value: answer.value }, result: null };
  const reckoning = { entry: state.entry, value: answer.value };
  return {
    ...state,
    done: true,
    caret: state.entry.length,
    fault: null,
    result: answer.value,
    history: [...state.history, reckoning].slice(-KEPT_RESULTS),
  };
};

const remembered = (state: CalculatorState, act: 'clear' | 'recall' | 'add' | 'subtract'): CalculatorState => {
  if (act === 'clear') return { ...state, memory: '0' };
  if (act === 'recall') {
    const text = shown(state.memory);
    return typed(state, text.startsWith('−') ? `(${text})` : text);
  }
  const now = state.done ? state : computed(state);
  if (!now.done || now.result === null) return now;
  const memory = new Digits(now.memory)[act === 'add' ? 'plus' : 'minus'](now.result);
  if (!memory.isFinite()) return { ...now, fault: { name: 'tooLarge', value: '' }, result: null };
  return { ...now, memory: memory.toString() };
};

export const calculate = (state: CalculatorState, act: CalculatorAct): CalculatorState => {
  switch (act.do) {
    case 'type':
      return typed(state, act.text);
    case 'edit':
      return written(state, act.entry, act.caret);
    case 'caret':
      return { ...state, caret: act.caret };
    case 'equals':
      return computed(state);
    case 'clear':
      return { ...edited(state, '', 0), result: null };
    case 'back':
      return shorter(state);
    case 'sign':
      return signTurned(state);
    case 'memory':
      return remembered(state, act.act);
    case 'angle':
      return { ...state, angle: act.angle };
    case 'reuse': {
      const text = shown(act.value);
      return typed(state, text.startsWith('−') && !state.done ? `(${text})` : text);
    }
    case 'forget':
      return { ...state, history: state.history.slice(-1), ...(state.done ? {} : { result: null }) };
  }
};
