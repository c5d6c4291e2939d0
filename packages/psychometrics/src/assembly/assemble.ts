import { checkSpec } from './check-spec.ts';
import { findConflict } from './conflict.ts';
import { type ChosenForm, chosenForms, type Layout, layOut } from './layout.ts';
import { writeObjective } from './objective.ts';
import { informationOf } from './quantity.ts';
import { writeRules } from './rules.ts';
import { loadSolver, solveProgram } from './solver.ts';
import type { Assembly, AssemblySpec, FormInformation, Objective } from './spec.ts';

/**
 * Assembles test forms from a pool: chooses items so that the objective is best and every constraint holds, as a mixed
 * integer program.
 *
 * Numbers are exact: `objective` and `compliance` are computed from the items chosen, not taken from the solver. Within
 * the time limit the answer does not depend on the machine.
 *
 * @returns `optimal` when no better choice exists by more than the gap asked for; `feasible` when the time ended first;
 *   `infeasible` with constraints that cannot hold together; `stopped` when the time ended before any choice was found.
 * @throws {RangeError} for a specification that cannot be read as one: unknown ids, names given twice, empty pool.
 * @see van der Linden (2005), Linear Models for Optimal Test Design.
 */
export async function assemble(spec: AssemblySpec): Promise<Assembly> {
  const notices = checkSpec(spec);
  const highs = await loadSolver();
  const layout = layOut(spec);
  const rules = writeRules(spec, layout);
  const objectiveOf = writeObjective(layout, spec.objective);
  const seconds = spec.timeLimit ?? 60;
  const n = spec.items.length;
  const scale = targetScale(spec.objective);
  const limits = { seconds, gap: spec.gap ?? 1e-4, absoluteGap: spec.absoluteGap ?? scale / 1000 };
  const solved = solveProgram(highs, layout.program.data(), limits);
  if (solved.status === 'stopped') {
    return { status: 'stopped', n, notices: [...notices, `No form was found in ${seconds} seconds; allow more time.`] };
  }
  if (solved.status === 'infeasible') {
    const { groups, minimal } = findConflict(highs, layout.program, Math.min(seconds, 5));
    return { status: 'infeasible', conflict: groups, minimal, n, notices };
  }
  const chosen = chosenForms(layout, solved.values);
  const objective = objectiveOf(chosen);
  const size = Math.max(Math.abs(objective), scale);
  return {
    status: solved.status,
    objective,
    gap: solved.distance === null ? 1 : size > 0 ? solved.distance / size : 0,
    names: layout.forms.map(({ name }) => name),
    forms: chosen.map(({ items }) => [...items].map((item) => spec.items[item]?.id ?? '')),
    compliance: rules.flatMap(({ check }) => check(chosen)),
    information: informationAt(spec, layout, chosen),
    n,
    notices,
  };
}

/** The largest weighted target; 0 for objectives without one. */
const targetScale = (objective: Objective): number =>
  objective.goal === 'target'
    ? Math.max(...objective.aims.map(({ weight = 1, target }) => Math.abs(weight * target)))
    : 0;

/** Information of each form at every θ that the objective speaks of. */
function informationAt(
  { objective }: AssemblySpec,
  { items, forms }: Layout,
  chosen: readonly ChosenForm[],
): readonly FormInformation[] {
  const aims = objective.goal === 'feasible' ? [] : objective.aims;
  const thetas = [...new Set(aims.flatMap((aim) => ('information' in aim ? [aim.information] : [])))].sort(
    (a, b) => a - b,
  );
  return chosen.flatMap((form, at) =>
    thetas.map((theta) => {
      const information = [...form.items].reduce((sum, place) => {
        const item = items[place];
        return item === undefined ? sum : sum + informationOf(item, theta);
      }, 0);
      return {
        form: forms[at]?.name ?? '',
        theta,
        information,
        se: information > 0 ? 1 / Math.sqrt(information) : null,
      };
    }),
  );
}
