import { requireUnique } from '../data/response-matrix.ts';
import { checkConditions, checkEnemies } from './check-conditions.ts';
import { matches } from './condition.ts';
import { formsOf } from './layout.ts';
import type { AssemblySpec, ContentConstraint } from './spec.ts';

const RESERVED = ['length', 'overlap', 'use', 'exclude', 'include'];

function requireRange(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  where: string,
): void {
  for (const bound of [min, max]) {
    if (bound !== undefined && !Number.isFinite(bound))
      throw new RangeError(`${where}: ${bound} is no bound; give a number`);
  }
  if (min !== undefined && max !== undefined && min > max) {
    throw new RangeError(`${where}: at least ${min} and at most ${max} leaves nothing; exchange the bounds`);
  }
}

/**
 * Looks for what can only be a mistake in the specification.
 *
 * @returns what is odd without being wrong: constraints that no item of the pool meets.
 * @throws {RangeError} naming the place of what is wrong.
 */
export function checkSpec(spec: AssemblySpec): readonly string[] {
  if (spec.items.length === 0) throw new RangeError('the pool has no items; a form needs some');
  requireUnique(
    spec.items.map(({ id }) => id),
    'item',
  );
  const forms = formsOf(spec);
  if (forms.length === 0) throw new RangeError('"forms" asks for no form; ask for at least one');
  if (typeof spec.forms === 'number' && !Number.isInteger(spec.forms))
    throw new RangeError(`"forms" is ${spec.forms}; give a whole number`);
  requireUnique(
    forms.map(({ name }) => name),
    'form',
  );
  const constraints = spec.constraints ?? [];
  requireUnique(
    constraints.map(({ name }) => name),
    'constraint',
  );
  for (const [where, length] of [
    ['"length"', spec.length] as const,
    ...forms.map((form) => [`length of form ${form.name}`, form.length] as const),
  ]) {
    if (length === undefined) continue;
    const range = typeof length === 'number' ? { min: length, max: length } : length;
    requireRange(range, where);
    if ((range.max ?? 0) < 0) throw new RangeError(`${where}: a form cannot have ${range.max} items`);
  }
  requireRange(spec.overlap ?? {}, '"overlap"');
  for (const constraint of constraints)
    checkConstraint(
      constraint,
      forms.map(({ name }) => name),
    );
  checkObjective(spec);
  checkConditions(spec);
  checkEnemies(spec);
  if (!((spec.timeLimit ?? 1) > 0 && (spec.gap ?? 0) >= 0))
    throw new RangeError('"timeLimit" must be above 0 and "gap" from 0');
  return constraints.flatMap(({ name, where, quantity }) =>
    quantity !== undefined && 'count' in quantity && quantity.count === 'stimuli'
      ? []
      : spec.items.some((item) => matches(item, where))
        ? []
        : [`No item of the pool meets the condition of "${name}".`],
  );
}

function checkConstraint(constraint: ContentConstraint, forms: readonly string[]): void {
  const { name } = constraint;
  if (RESERVED.includes(name))
    throw new RangeError(`a constraint cannot be named "${name}", which has a meaning of its own; rename it`);
  requireRange(constraint, `constraint "${name}"`);
  if (constraint.min === undefined && constraint.max === undefined) {
    throw new RangeError(`constraint "${name}" has neither min nor max; give one`);
  }
  for (const form of constraint.forms ?? []) {
    if (!forms.includes(form))
      throw new RangeError(`constraint "${name}" names form "${form}", which is not asked for`);
  }
}

function checkObjective({ objective }: AssemblySpec): void {
  if (objective.goal === 'feasible') return;
  if (objective.aims.length === 0) throw new RangeError('the objective has no aims; give one, or the goal "feasible"');
  for (const { weight = 1 } of objective.aims) {
    const positive = objective.goal === 'maximin' || objective.goal === 'target';
    if (!Number.isFinite(weight) || (positive && weight <= 0)) {
      throw new RangeError(`the objective has weight ${weight}; give a finite number${positive ? ' above 0' : ''}`);
    }
  }
}
