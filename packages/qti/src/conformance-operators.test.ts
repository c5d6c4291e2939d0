import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { evaluate } from './evaluate/evaluate.ts';
import { OPERATORS } from './evaluate/table.ts';
import type { Value } from './model/value.ts';
import { type OperatorCase, type OperatorFile, readOperatorExpression, setting } from './testing/operator-setting.ts';

const FOLDER = new URL('../conformance/operators/', import.meta.url);

/** Expressions that have a value whatever they are given, where a case with NULL as an operand is enough. */
const NEVER_NULL = ['math-constant'];

const files = readdirSync(FOLDER).map((name) => ({ name, file: readFile(name) }));

function readFile(name: string): OperatorFile {
  return parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

describe.each(files)('$name', ({ name, file }) => {
  it('is named after its subject, and its subject is an operator', () => {
    expect(name).toBe(`${file.subject}.yaml`);
    expect(OPERATORS).toContain(file.subject.replace('qti-', ''));
    expect(file.clause).toMatch(/^QTI 3\.0 ASI information model, class [A-Z]\w+$/);
  });

  it('has titles that differ, and cases of the subject itself', () => {
    expect(new Set(file.cases.map((one) => one.name)).size).toBe(file.cases.length);
    for (const one of file.cases) expect(one.expression).toContain(`<${file.subject}`);
  });

  it.each(file.cases)('$name', (one) => {
    const expression = readOperatorExpression(one.expression);
    if (one.among === undefined) {
      const value = evaluate(expression, setting(file, one, one.seed ?? 1));
      expect(rounded(value, one)).toEqual(wanted(one));
      return;
    }
    const seen = new Set<unknown>();
    for (let seed = 0; seed < 200; seed += 1) {
      const value = evaluate(expression, setting(file, one, seed));
      expect(value).toMatchObject({ cardinality: 'single', baseType: one.among.baseType });
      seen.add(value?.value);
    }
    expect([...seen].sort()).toEqual([...one.among.values].sort());
  });
});

/** The value with a number that is as near as the case asks for put in its place. */
function rounded(value: Value, { tolerance, result }: OperatorCase): Value {
  if (tolerance === undefined || value?.cardinality !== 'single' || typeof value.value !== 'number') return value;
  const near = typeof result?.value === 'number' && Math.abs(value.value - result.value) <= tolerance;
  return near && result ? { ...value, value: result.value } : value;
}

function wanted({ result }: OperatorCase): unknown {
  return result && { cardinality: 'single', ...result };
}

describe('the operators of the model', () => {
  it.each(OPERATORS)('%s has a file', (operator) => {
    expect(files.map(({ file }) => file.subject)).toContain(`qti-${operator}`);
  });

  it.each(files.filter(({ file }) => !NEVER_NULL.includes(file.subject.replace('qti-', ''))))(
    '$name says what becomes of NULL',
    ({ file }) => {
      const withNull = file.cases.filter((one) => one.result === null || one.expression.includes('<qti-null/>'));
      expect(withNull).not.toEqual([]);
    },
  );

  it('have at least 230 cases together', () => {
    expect(files.reduce((total, { file }) => total + file.cases.length, 0)).toBeGreaterThanOrEqual(230);
  });
});
