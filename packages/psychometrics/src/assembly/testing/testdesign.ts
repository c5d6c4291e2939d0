import { dichotomousItem, type Item, itemFromThresholds } from '../../irt/items/item.ts';
import { goldenTable, isMissing } from '../../testing/golden.ts';
import type { AssemblySpec, AttributeValue, Condition, ContentConstraint, PoolItem } from '../spec.ts';

/** Rows by their columns: numbers as numbers, missing cells as null. */
const rows = (name: string): readonly Readonly<Record<string, AttributeValue>>[] => {
  const table = goldenTable(name);
  const value = (cell = ''): AttributeValue =>
    isMissing(cell) ? null : Number.isNaN(Number(cell)) ? cell : Number(cell);
  return table.rows.map((row) => Object.fromEntries(table.columns.map((key, at) => [key, value(row[at])])));
};

const literal = (text: string): string | number => (text.startsWith('"') ? text.slice(1, -1) : Number(text));

/** `STANDARD %in% c(2, 4) & DOK >= 3`, the language of the conditions of TestDesign, as a condition. */
function condition(text: string): Condition {
  return {
    all: text.split(' & ').map((part): Condition => {
      const [, attribute = '', operator, operand = ''] = /^(\w+) (==|%in%|>=|<) (.+)$/.exec(part) ?? [];
      if (attribute === '') throw new Error(`the condition ${part} is not understood`);
      const key = attribute === 'ID' ? 'id' : attribute;
      if (operator === '==') return { [key]: literal(operand) };
      if (operator === '>=') return { [key]: { min: Number(operand) } };
      if (operator === '<') return { not: { [key]: { min: Number(operand) } } };
      return { [key]: operand.slice(2, -1).split(', ').map(literal) };
    }),
  };
}

function parametersOf(id: string, row: Readonly<Record<string, AttributeValue>>): Item {
  const [discrimination = 0, ...rest] = [row.PAR1, row.PAR2, row.PAR3, row.PAR4].flatMap((x) =>
    x === null ? [] : [Number(x)],
  );
  if (row.MODEL === 'GPC') return itemFromThresholds({ id, model: 'gpcm', discrimination, thresholds: rest });
  return dichotomousItem({ id, model: '3pl', discrimination, difficulty: rest[0] ?? 0, guessing: rest[1] ?? 0 });
}

/** The science pool of TestDesign (1,000 items, 918 of them 3PL, 82 generalized partial credit) with its attributes. */
export function sciencePool(): readonly PoolItem[] {
  const attributes = rows('testdesign_science_attrib.csv');
  return rows('testdesign_science_pool.csv').map((row, n): PoolItem => {
    const id = String(row.ID);
    const { ID, ...rest } = attributes[n] ?? {};
    if (ID !== id) throw new Error(`pool and attributes disagree in row ${n + 1}`);
    return { id, attributes: rest, parameters: parametersOf(id, row) };
  });
}

/** The constraints that come with the pool. */
export function scienceConstraints(): Pick<
  AssemblySpec,
  'constraints' | 'enemies' | 'include' | 'exclude' | 'together'
> {
  const given = rows('testdesign_science_constraints.csv');
  const of = (type: string) => given.filter(({ TYPE }) => TYPE === type);
  const ids = (row: Readonly<Record<string, AttributeValue>>): readonly string[] =>
    String(row.CONDITION).match(/SC\d+/g) ?? [];
  const [excluded] = of('Exclude');
  return {
    constraints: of('Number').map((row): ContentConstraint => {
      const where = row.CONDITION === null ? {} : { where: condition(String(row.CONDITION)) };
      return { name: String(row.CONSTRAINT_ID), ...where, min: Number(row.LB), max: Number(row.UB) };
    }),
    enemies: of('Enemy').map(ids),
    include: of('Include').flatMap(ids),
    together: of('AllOrNone').map(ids),
    exclude: condition(String(excluded?.CONDITION)),
  };
}

/** The small pool of eatATA: 30 items with format, seconds and difficulty. */
export function miniPool(): readonly PoolItem[] {
  return rows('eatata_items_mini.csv').map(({ item, ...attributes }) => ({ id: String(item), attributes }));
}
