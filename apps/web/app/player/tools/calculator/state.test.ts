import { describe, expect, it } from 'vitest';
import { type CalculatorAct, calculate, emptyCalculator } from './state.ts';

const type = (text: string): CalculatorAct => ({ do: 'type', text });
const equals: CalculatorAct = { do: 'equals' };
const memory = (act: 'clear' | 'recall' | 'add' | 'subtract'): CalculatorAct => ({ do: 'memory', act });
const after = (...acts: readonly CalculatorAct[]) => acts.reduce(calculate, emptyCalculator);

describe('the calculator’s keys', () => {
  it('after a result, a digit starts anew and an operator goes on with all digits of it', () => {
    expect(after(type('1÷3'), equals, type('7')).entry).toBe('7');
    expect(after(type('1÷3'), equals, type('×')).entry).toBe('Ans×');
    expect(after(type('1÷3'), equals, type('×'), type('3'), equals).result).toBe(`0.${'9'.repeat(28)}`);
  });
  it('what is written behind a result in the field is taken as from the keypad', () => {
    const state = after(type('2+3'), equals);
    expect(calculate(state, { do: 'edit', entry: '2+3*', caret: 4 }).entry).toBe('Ans×');
    expect(calculate(state, { do: 'edit', entry: '2+38', caret: 4 }).entry).toBe('8');
    expect(calculate(state, { do: 'edit', entry: '2+', caret: 2 }).entry).toBe('2+');
  });
  it('write where the caret stands', () => {
    expect(after(type('25'), { do: 'caret', caret: 1 }, type('.'))).toMatchObject({ entry: '2.5', caret: 2 });
  });
  it('turn the sign of the number before the caret, and back', () => {
    const once = after(type('8−5'), { do: 'sign' });
    expect(once.entry).toBe('8−−5');
    expect(calculate(once, { do: 'sign' }).entry).toBe('8−5');
    expect(after(type('5'), { do: 'sign' }, { do: 'sign' }).entry).toBe('5');
    expect(after(type('5'), equals, { do: 'sign' }, equals).result).toBe('-5');
  });
  it('take a function away as a whole', () => {
    expect(after(type('2×'), type('sin⁻¹('), { do: 'back' }).entry).toBe('2×');
    expect(after(type('12'), { do: 'back' }).entry).toBe('1');
    expect(after({ do: 'back' }).entry).toBe('');
  });
  it('add to the memory what is on the display, and recall it', () => {
    const state = after(type('2×3'), memory('add'), type('1'), memory('subtract'));
    expect(state.memory).toBe('5');
    expect(calculate(state, memory('recall')).entry).toBe('5');
    expect(calculate(state, memory('clear')).memory).toBe('0');
  });
  it('recall a memory below zero in brackets', () => {
    expect(after(type('4'), memory('subtract'), { do: 'clear' }, type('2×'), memory('recall')).entry).toBe('2×(−4)');
  });
  it('keep the entry when it has no value, and say why', () => {
    const state = after(type('1÷0'), equals);
    expect(state).toMatchObject({ entry: '1÷0', done: false, fault: { name: 'divideByZero' }, result: null });
    expect(calculate(state, type('5')).fault).toBe(null);
  });
  it('keep fifty results', () => {
    const acts = Array.from({ length: 60 }, (_none, at) => [type(String(at)), equals]).flat();
    const { history } = after(...acts);
    expect(history).toHaveLength(50);
    expect(history.at(-1)).toEqual({ entry: '59', value: '59' });
  });
  it('do nothing by = where nothing was entered', () => {
    expect(after(equals)).toEqual(emptyCalculator);
  });
});
