import type { AssemblySpec, Condition } from './spec.ts';

/** What every item has without naming it among its attributes. */
const OWN = ['id', 'stimulus', 'exposure'];

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function attributesIn(condition: Condition): readonly string[] {
  return Object.entries(condition).flatMap(([key, test]: [string, unknown]) => {
    if ((key === 'any' || key === 'all') && Array.isArray(test) && test.every(isCondition)) {
      return test.flatMap(attributesIn);
    }
    return key === 'not' && isCondition(test) ? attributesIn(test) : [key];
  });
}

/** Every condition of the specification, with the place it stands at. */
function conditionsOf({ constraints = [], objective, exclude, forms }: AssemblySpec) {
  const isList = (value: readonly string[] | Condition): value is readonly string[] => Array.isArray(value);
  const excluded = (value: readonly string[] | Condition | undefined) =>
    value === undefined || isList(value) ? undefined : value;
  return [
    ...constraints.map(({ name, where }) => [`constraint "${name}"`, where] as const),
    ...(objective.goal === 'feasible' ? [] : objective.aims).map(({ where }) => ['the objective', where] as const),
    ['"exclude"', excluded(exclude)] as const,
    ...(Array.isArray(forms) ? forms : []).map((form) => [`form ${form.name}`, excluded(form.exclude)] as const),
  ];
}

/**
 * Refuses conditions on an attribute that nothing in the pool has: nothing would meet them, or everything would.
 *
 * @throws {RangeError} naming the attribute, where it stands, and the attributes that there are.
 */
export function checkConditions(spec: AssemblySpec): void {
  const known = new Set(
    [...spec.items, ...(spec.stimuli ?? [])].flatMap(({ attributes = {} }) => Object.keys(attributes)),
  );
  for (const [place, condition] of conditionsOf(spec)) {
    const unknown = attributesIn(condition ?? {}).find((name) => !known.has(name) && !OWN.includes(name));
    if (unknown === undefined) continue;
    const there = [...known, ...OWN].slice(0, 20).join(', ');
    throw new RangeError(`${place}: no item has the attribute "${unknown}"; there are ${there}`);
  }
}

/** @throws {RangeError} naming an item that is its own enemy, which could stand on no form. */
export function checkEnemies({ items, enemies = [] }: AssemblySpec): void {
  const own =
    items.find(({ id, enemies: ids = [] }) => ids.includes(id))?.id ??
    enemies.flatMap((ids) => ids.filter((id, at) => ids.indexOf(id) !== at))[0];
  if (own !== undefined) {
    throw new RangeError(`item ${own} is named as its own enemy; name the other item, or leave it out`);
  }
}
