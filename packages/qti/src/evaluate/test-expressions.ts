import type { ItemSubset } from '../model/expression.ts';
import type { ItemSession } from '../model/session.ts';
import type { BaseType, SingleValue } from '../model/value.ts';
import { isNumeric, sameValue } from '../value/compare.ts';
import { toValue } from '../value/plain.ts';
import { AN_INTEGER, container, integer } from './results.ts';
import type { ExpressionOf } from './rule.ts';
import { type Context, leaf, type Rule, type Rules } from './rule.ts';
import type { TestItem } from './test-lookup.ts';
import { itemVariable, weightOf } from './test-variable.ts';

type CountExpression = ExpressionOf<'number-correct'>;

/** How many items of the subset the rule holds for. */
function count(holds: (item: TestItem) => boolean): Rule<CountExpression> {
  return leaf(AN_INTEGER, ({ items }, context) => {
    const chosen = itemsOf(items, context);
    return chosen === undefined ? null : integer(chosen.filter(holds).length, context);
  });
}

function extreme(which: 'normalMaximum' | 'normalMinimum'): Rule<ExpressionOf<'outcome-maximum'>> {
  return leaf({ cardinality: 'multiple', baseType: 'float' }, (expression, context) => {
    const values: number[] = [];
    for (const item of itemsOf(expression.items, context) ?? []) {
      const name = sourceOf(item, expression.outcomeIdentifier);
      const outcome = item.outcomes.find(({ identifier }) => identifier === name);
      if (outcome !== undefined && outcome.cardinality !== 'single') continue;
      const declared = outcome?.[which] ?? null;
      if (declared !== null) values.push(declared * weightOf(item, expression.weightIdentifier));
      else if (which === 'normalMaximum') {
        context.note(`${item.identifier} declares no maximum of ${expression.outcomeIdentifier}; NULL`);
        return null;
      }
    }
    return container('multiple', 'float', values, context);
  });
}

/**
 * Expressions over the items of a test (QTI 3.0 ASI information model, classes NumberCorrect, NumberIncorrect, NumberPresented,
 * NumberResponded, NumberSelected, OutcomeMaximum, OutcomeMinimum, TestVariables); NULL outside of outcome processing.
 */
export const TEST_EXPRESSIONS: Rules<
  | 'number-correct'
  | 'number-incorrect'
  | 'number-presented'
  | 'number-responded'
  | 'number-selected'
  | 'outcome-maximum'
  | 'outcome-minimum'
  | 'test-variables'
> = {
  'number-selected': count(() => true),
  'number-presented': count(({ attempted }) => attempted),
  'number-responded': count((item) => item.attempted && hasResponded(item)),
  'number-correct': count((item) => isScorable(item) && isCorrect(item)),
  'number-incorrect': count((item) => isScorable(item) && item.attempted && !isCorrect(item)),
  'outcome-maximum': extreme('normalMaximum'),
  'outcome-minimum': extreme('normalMinimum'),
  'test-variables': leaf(
    (_, { baseType, weightIdentifier }) => {
      const known = weightIdentifier === null ? baseType : 'float';
      return known === null ? null : { cardinality: 'multiple', baseType: known };
    },
    (expression, context) => {
      const values = (itemsOf(expression.items, context) ?? []).flatMap((item) => testVariable(item, expression));
      const baseType = commonBaseType(values, expression);
      return container(
        'multiple',
        baseType,
        values.map(({ value }) => value),
        context,
      );
    },
  ),
};

/** A single value that is not NULL, of the base type asked for: any number when none is. */
function testVariable(item: TestItem, expression: ExpressionOf<'test-variables'>): SingleValue[] {
  const { weightIdentifier } = expression;
  const value = itemVariable(item, sourceOf(item, expression.variableIdentifier), weightIdentifier);
  if (value === undefined || value === null || value.cardinality !== 'single') return [];
  const declared = itemVariable(item, sourceOf(item, expression.variableIdentifier), null);
  const baseType = declared?.cardinality === 'single' ? declared.baseType : value.baseType;
  const wanted = expression.baseType === null ? isNumeric(baseType) : baseType === expression.baseType;
  return wanted ? [value] : [];
}

function commonBaseType(values: readonly SingleValue[], { baseType }: ExpressionOf<'test-variables'>): BaseType {
  if (baseType !== null && !isNumeric(baseType)) return baseType;
  return values.every((value) => value.baseType === 'integer') ? 'integer' : 'float';
}

function itemsOf(
  { sectionIdentifier, includeCategories, excludeCategories }: ItemSubset,
  context: Context,
): readonly TestItem[] | undefined {
  const { test } = context.environment;
  if (test === null) context.note('there are no items outside of outcome processing of a test; NULL');
  return test?.items.filter(
    ({ sections, categories }) =>
      (sectionIdentifier === null || sections.includes(sectionIdentifier)) &&
      (includeCategories.length === 0 || includeCategories.some((category) => categories.includes(category))) &&
      !excludeCategories.some((category) => categories.includes(category)),
  );
}

/** The item's own name of a variable that the test knows by another. */
function sourceOf({ variableMappings }: TestItem, identifier: string): string {
  return variableMappings.find(({ target }) => target === identifier)?.source ?? identifier;
}

/** Whether some response differs from its default. */
function hasResponded({ responses, session }: TestItem): boolean {
  return responses.some((declaration) => {
    const value = toValue(own(session?.responses, declaration.identifier), declaration);
    const usual = overridden(session?.defaults, declaration.identifier, declaration.defaultValue);
    return !sameValue(value, toValue(usual, declaration));
  });
}

/** Only items whose responses all have a key are correct or incorrect. */
function isScorable({ responses, session }: TestItem): boolean {
  const hasKey = (declaration: TestItem['responses'][number]) =>
    toValue(overridden(session?.correct, declaration.identifier, declaration.correct), declaration) !== null;
  return responses.length > 0 && responses.every(hasKey);
}

function isCorrect({ responses, session }: TestItem): boolean {
  return responses.every((declaration) => {
    const key = overridden(session?.correct, declaration.identifier, declaration.correct);
    return sameValue(toValue(own(session?.responses, declaration.identifier), declaration), toValue(key, declaration));
  });
}

type Plains = ItemSession['responses'];

function own(values: Plains | undefined, name: string): Plains[string] {
  return values !== undefined && Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

/** What template processing has set for this candidate, else what is declared. */
function overridden(values: Plains | undefined, name: string, declared: Plains[string]): Plains[string] {
  return values !== undefined && Object.hasOwn(values, name) ? (values[name] ?? null) : declared;
}
