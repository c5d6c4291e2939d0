import type { BaseType, Scalar, Value, ValueType } from '../model/value.ts';
import { canonical, fieldOf, holdsBag, sameScalar } from '../value/compare.ts';
import { checkNumberAttribute, integerOf } from './attribute.ts';
import {
  A_BOOLEAN,
  AN_INTEGER,
  asContainer,
  baseTypeOf,
  boolean,
  container,
  integer,
  MAX_MADE_MEMBERS,
  membersOf,
} from './results.ts';
import {
  COMPARED_CONTAINER,
  COMPARED_SINGLE,
  COMPARED_VALUES,
  CONTAINER,
  type Demand,
  type ExpressionOf,
  ORDERED,
  operator,
  RECORD,
  type Rule,
  type Rules,
  SINGLE_OR_MULTIPLE,
  SINGLE_OR_ORDERED,
  type StaticContext,
} from './rule.ts';

type PlainExpression = ExpressionOf<'multiple'>;

/** Values put together; those that are NULL are left out. */
function gather(cardinality: 'multiple' | 'ordered', needs: Demand): Rule<PlainExpression> {
  return operator({
    operands: [0, Infinity],
    needs,
    alike: 'base',
    nullSpreads: false,
    gives: (context) => containerOf(cardinality, context),
    evaluate: (values, _, context) => {
      const baseType = commonBaseType(values.map(baseTypeOf));
      return baseType === null ? null : container(cardinality, baseType, values.flatMap(membersOf), context);
    },
  });
}

/**
 * Containers and records (QTI 3.0 ASI information model, classes Multiple, Ordered, ContainerSize, Contains, Member, Delete,
 * Index, Repeat, FieldValue, Random).
 */
export const CONTAINER_RULES: Rules<
  | 'multiple'
  | 'ordered'
  | 'container-size'
  | 'contains'
  | 'member'
  | 'delete'
  | 'index'
  | 'repeat'
  | 'field-value'
  | 'random'
> = {
  multiple: gather('multiple', SINGLE_OR_MULTIPLE),
  ordered: gather('ordered', SINGLE_OR_ORDERED),
  'container-size': operator({
    operands: [1, 1],
    needs: CONTAINER,
    nullSpreads: false,
    gives: AN_INTEGER,
    evaluate: ([value], _, context) => integer(membersOf(value).length, context),
  }),
  contains: operator({
    operands: [2, 2],
    needs: COMPARED_CONTAINER,
    alike: 'type',
    gives: A_BOOLEAN,
    evaluate: ([a, b], _, { environment }) => {
      const [whole, part] = [asContainer(a), asContainer(b)];
      if (whole === undefined || part === undefined) return null;
      if (whole.cardinality === 'multiple') return boolean(holdsBag(whole, part));
      environment.work.spend(whole.value.length * part.value.length);
      return boolean(holdsRun(whole.value, part.value, whole.baseType));
    },
  }),
  member: operator({
    operands: [2, 2],
    // A single value is taken for the container of it alone: items are exported so, and it can mean nothing else.
    needs: [COMPARED_SINGLE, COMPARED_VALUES],
    alike: 'base',
    gives: A_BOOLEAN,
    evaluate: ([one, many]) => {
      const [wanted] = membersOf(one);
      const baseType = baseTypeOf(many);
      if (wanted === undefined || baseType === null) return null;
      return boolean(membersOf(many).some((value) => sameScalar(value, wanted, baseType)));
    },
  }),
  delete: operator({
    operands: [2, 2],
    needs: [COMPARED_SINGLE, COMPARED_CONTAINER],
    alike: 'base',
    gives: ({ types: [, many = null] }) => many,
    evaluate: ([one, many], _, context) => {
      const [gone] = membersOf(one);
      const whole = asContainer(many);
      if (gone === undefined || whole === undefined) return null;
      const { cardinality, baseType } = whole;
      const left = whole.value.filter((value) => !sameScalar(value, gone, baseType));
      return container(cardinality, baseType, left, context);
    },
  }),
  index: operator({
    operands: [1, 1],
    needs: ORDERED,
    gives: (context, { n }) => {
      checkNumberAttribute(n, 'n', context);
      return memberType(context);
    },
    evaluate: ([value], { n }, context) => {
      const at = integerOf(n, 'n', 1, context);
      return at === undefined ? null : memberOf(value, at - 1);
    },
  }),
  repeat: operator({
    operands: [1, Infinity],
    needs: SINGLE_OR_ORDERED,
    alike: 'base',
    nullSpreads: false,
    gives: (context, { numberRepeats }) => {
      checkNumberAttribute(numberRepeats, 'number-repeats', context);
      return containerOf('ordered', context);
    },
    evaluate: (values, { numberRepeats }, context) => {
      const times = integerOf(numberRepeats, 'number-repeats', 1, context);
      const baseType = commonBaseType(values.map(baseTypeOf));
      if (times === undefined || baseType === null) return null;
      const once = values.flatMap(membersOf);
      // A container that would be too large is measured, not made.
      const length = Math.min(once.length * times, MAX_MADE_MEMBERS + 1);
      const members = Array.from({ length }, (_, at) => once[at % once.length] ?? '');
      return container('ordered', baseType, members, context);
    },
  }),
  'field-value': operator({
    operands: [1, 1],
    needs: RECORD,
    gives: () => null,
    evaluate: ([value], { fieldIdentifier }) =>
      value?.cardinality === 'record' ? fieldOf(value.value, fieldIdentifier) : null,
  }),
  random: operator({
    operands: [1, 1],
    needs: CONTAINER,
    gives: memberType,
    evaluate: ([value], _, { environment }) => memberOf(value, environment.random.integer(membersOf(value).length)),
  }),
};

function memberOf(value: Value | undefined, at: number): Value {
  const whole = asContainer(value);
  const member = whole?.value[at];
  if (whole === undefined || member === undefined) return null;
  return { cardinality: 'single', baseType: whole.baseType, value: member };
}

/** Whether the second list stands in the first without gaps. */
function holdsRun(whole: readonly Scalar[], part: readonly Scalar[], baseType: BaseType): boolean {
  const wanted = part.map((value) => canonical(value, baseType));
  const given = whole.map((value) => canonical(value, baseType));
  return given.some((_, start) => wanted.every((value, at) => given[start + at] === value));
}

function memberType({ types: [type = null] }: StaticContext): ValueType | null {
  return type === null ? null : { cardinality: 'single', baseType: type.baseType };
}

function containerOf(cardinality: 'multiple' | 'ordered', { types }: StaticContext): ValueType | null {
  const baseType = types.some((type) => type === null)
    ? null
    : commonBaseType(types.map((type) => type?.baseType ?? null));
  return baseType === null ? null : { cardinality, baseType };
}

/** The base type of all that have one: float when integers and floats are mixed; null of none. */
function commonBaseType(baseTypes: readonly (BaseType | null)[]): BaseType | null {
  const known = baseTypes.filter((baseType) => baseType !== null);
  return known.includes('float') ? 'float' : (known[0] ?? null);
}
