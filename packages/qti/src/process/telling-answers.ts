import type { Area, ResponseDeclaration } from '../model/declarations.ts';
import type { Expression } from '../model/expression.ts';
import type { AssessmentItem } from '../model/item.ts';
import { expressionsOf } from '../model/rule-expressions.ts';
import type { BaseType, PlainValue, Scalar } from '../model/value.ts';
import { type AnswerSet, subsets } from './answers.ts';
import { membersOf } from './check/finding.ts';
import { indexOf } from './item-index.ts';

/** Operators that compare a response with values that stand in the item. */
const COMPARING = new Set<Expression['op']>(['match', 'equal', 'string-match', 'member', 'is-null', 'contains']);

/**
 * The answers to a variable that cannot be listed (a text, points) which its processing tells apart: its keys, what its
 * mappings name, what it is compared with, and none.
 *
 * @param correct the key, as it is for the candidate.
 * @returns undefined when the processing does more with the variable than that.
 */
export function tellingAnswers(
  item: AssessmentItem,
  declared: ResponseDeclaration,
  correct: PlainValue,
): AnswerSet | undefined {
  const { identifier, cardinality } = declared;
  const found = new Set<Scalar>(membersOf(correct));
  for (const { key } of declared.mapping?.entries ?? []) found.add(key);
  for (const { area } of declared.areaMapping?.entries ?? []) for (const point of pointsOf(area)) found.add(point);
  if (item.processing.type !== 'rules') return undefined;
  for (const expression of expressionsOf(item.processing.rules)) {
    if (!collect(expression, identifier, found, null)) return undefined;
  }
  if (cardinality === 'record') return undefined;
  const typed = [...indexOf(item).typedTexts].filter(([, source]) => source === identifier).map(([name]) => name);
  if (!addTyped(item, typed, found)) return undefined;
  for (const other of othersThan(found, declared.baseType)) found.add(other);
  const members = typed.length === 0 ? [...found] : [...found].map(String);
  if (cardinality === 'single') {
    return { count: members.length + 1, answers: () => [null, ...members] };
  }
  const whole: readonly PlainValue[] = correct === null ? [] : [correct];
  const sets = subsets(members.map(String), { cardinality });
  return {
    count: sets.count + whole.length,
    *answers() {
      yield* whole;
      yield* sets.answers();
    },
  };
}

/**
 * Adds what the text as it was typed is compared with, or mapped by. False when it is used in another way than to be
 * kept.
 */
function addTyped(item: AssessmentItem, typed: readonly string[], found: Set<Scalar>): boolean {
  if (item.processing.type !== 'rules') return false;
  const expressions = expressionsOf(item.processing.rules);
  return typed.every((name) => {
    for (const { key } of indexOf(item).responses.get(name)?.mapping?.entries ?? []) found.add(key);
    return expressions.every(
      (expression) =>
        (expression.op === 'variable' && expression.identifier === name) || collect(expression, name, found, null),
    );
  });
}

/** Answers that are none of those, for rules that tell apart what is not so. */
function othersThan(found: ReadonlySet<Scalar>, baseType: BaseType | null): readonly Scalar[] {
  switch (baseType) {
    case 'boolean':
      return [true, false];
    case 'integer':
    case 'float':
    case 'duration':
      return [Math.max(0, ...[...found].map(Number)) + 1];
    case 'pair':
    case 'directedPair':
      return ['x y'];
    case 'point':
      return ['0 0'];
    default:
      return [`${[...found].join('')}x`];
  }
}

/** Adds what the variable is compared with. False when it is used in another way. */
function collect(expression: Expression, identifier: string, found: Set<Scalar>, parent: Expression | null): boolean {
  if (expression.op === 'variable' && expression.identifier === identifier) {
    if (parent === null || !('of' in parent) || !COMPARING.has(parent.op)) return false;
    return parent.of.every((operand) => operand === expression || addConstant(operand, identifier, found));
  }
  return !('of' in expression) || expression.of.every((operand) => collect(operand, identifier, found, expression));
}

function addConstant(operand: Expression, identifier: string, found: Set<Scalar>): boolean {
  if (operand.op === 'base-value') found.add(operand.value);
  else if (operand.op === 'multiple' || operand.op === 'ordered') {
    return operand.of.every((member) => addConstant(member, identifier, found));
  } else return operand.op === 'correct' && operand.identifier === identifier;
  return true;
}

/**
 * Whole points that are likely to be inside the area: its middle, and of a polygon those amid it at several heights.
 */
function pointsOf({ shape, coords }: Area): string[] {
  const point = (x: number, y: number) => `${Math.round(x)} ${Math.round(y)}`;
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  if (shape === 'rect') return [point((a + c) / 2, (b + d) / 2)];
  if (shape !== 'poly') return [point(a, b)];
  const corners = Array.from(
    { length: coords.length >> 1 },
    (_, at) => [coords[at * 2] ?? 0, coords[at * 2 + 1] ?? 0] as const,
  );
  const heights = [...new Set(corners.map(([, y]) => y))].sort((low, high) => low - high);
  return heights.slice(1).map((height, at) => {
    const y = (height + (heights[at] ?? height)) / 2;
    const crossings = corners.flatMap(([x1, y1], index) => {
      const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
      return y1 < y === y2 < y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    });
    const [left = 0, right = left] = crossings.sort((low, high) => low - high);
    return point((left + right) / 2, y);
  });
}
