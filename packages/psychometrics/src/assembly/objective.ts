import { type ChosenForm, type Layout, measure, termsOf } from './layout.ts';
import { additionsTo } from './quantity.ts';
import type { Objective } from './spec.ts';

/** Says what the objective came to, from the forms themselves. */
export type ObjectiveValue = (chosen: readonly ChosenForm[]) => number;

/** Writes the objective into the program. */
export function writeObjective(layout: Layout, objective: Objective): ObjectiveValue {
  if (objective.goal === 'feasible') return () => 0;
  const { program } = layout;
  program.maximize = objective.goal === 'maximize' || objective.goal === 'maximin';
  const forms = layout.forms.map((_, form) => form);
  if (objective.goal === 'target') {
    const aims = objective.aims.map((aim) => ({ ...aim, additions: additionsTo(layout, aim, aim.where) }));
    const worst = program.column({ cost: 1 });
    for (const form of forms) {
      for (const { weight = 1, target, additions } of aims) {
        const { columns, coefficients } = termsOf(layout, form, additions);
        const weighted = coefficients.map((coefficient) => weight * coefficient);
        program.row(
          null,
          { columns: [...columns, worst], coefficients: [...weighted, -1] },
          -Infinity,
          weight * target,
        );
        program.row(null, { columns: [...columns, worst], coefficients: [...weighted, 1] }, weight * target, Infinity);
      }
    }
    return (chosen) =>
      Math.max(
        ...chosen.flatMap((form) =>
          aims.map(({ weight = 1, target, additions }) => weight * Math.abs(measure(form, additions) - target)),
        ),
      );
  }
  const aims = objective.aims.map((aim) => ({
    weight: aim.weight ?? 1,
    additions: additionsTo(layout, aim, aim.where),
  }));
  if (objective.goal === 'maximin') {
    const least = program.column({ lower: -Infinity, cost: 1 });
    for (const form of forms) {
      for (const { weight, additions } of aims) {
        const { columns, coefficients } = termsOf(layout, form, additions);
        program.row(null, { columns: [...columns, least], coefficients: [...coefficients, -weight] }, 0, Infinity);
      }
    }
    return (chosen) =>
      Math.min(...chosen.flatMap((form) => aims.map(({ weight, additions }) => measure(form, additions) / weight)));
  }
  for (const form of forms) {
    for (const { weight, additions } of aims) {
      const { columns, coefficients } = termsOf(layout, form, additions);
      columns.forEach((column, n) => {
        const before = program.columns[column];
        if (before !== undefined)
          program.columns[column] = { ...before, cost: before.cost + weight * (coefficients[n] ?? 0) };
      });
    }
  }
  return (chosen) =>
    chosen.reduce(
      (total, form) => aims.reduce((sum, { weight, additions }) => sum + weight * measure(form, additions), total),
      0,
    );
}
