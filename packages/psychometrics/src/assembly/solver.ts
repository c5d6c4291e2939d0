import type { Highs, Model, ModelData } from 'highs';
import * as highsModule from 'highs';

const isLoader = (value: unknown): value is () => Promise<Highs> => typeof value === 'function';

let loading: Promise<Highs> | undefined;

/** The solver HiGHS (Huangfu & Hall 2018, Math. Prog. Comp. 10), compiled to WebAssembly; loaded once. */
export function loadSolver(): Promise<Highs> {
  // The types of the package describe its CommonJS form; as an ES module its default export is the loader itself.
  const loader: unknown = highsModule.default;
  if (!isLoader(loader)) throw new Error('the solver "highs" has no loader where one is expected');
  loading ??= loader();
  return loading;
}

/** How a run of the solver ended. `stopped`: at a limit, without a solution. */
export type Solved =
  | {
      readonly status: 'optimal' | 'feasible';
      readonly values: Float64Array;
      /** Distance of the objective from the best bound, in its own unit; 0 when none can be better, null without a bound. */
      readonly distance: number | null;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'stopped' };

/** What bounds a run of the solver. */
export interface SolverLimits {
  /** Above 0. */
  readonly seconds: number;
  /** A solution this close to the best bound, relatively, is taken for the best. */
  readonly gap: number;
  /** And so is one this close in the unit of the objective; 0 when left out. */
  readonly absoluteGap?: number;
}

/** Sets what holds for all runs; a seed of its own makes runs repeatable. */
export function configure(model: Model, { seconds, gap, absoluteGap = 0 }: SolverLimits): void {
  model.options.set({
    output_flag: false,

    random_seed: 1,
    time_limit: seconds,
    mip_rel_gap: gap,
    mip_abs_gap: Math.max(1e-9, absoluteGap),
  });
}

/** Runs a model as it stands. */
export function runModel(highs: Highs, model: Model): Solved {
  const status = highs.constants.modelStatus;
  const { modelStatus } = model.run();
  if (modelStatus === status.infeasible || modelStatus === status.unboundedOrInfeasible)
    return { status: 'infeasible' };
  const solutionFound = model.info.get('primal_solution_status') === 2;
  if (modelStatus === status.optimal)
    return { status: 'optimal', values: model.getSolution().colValue, distance: distanceOf(model) };
  const limits: readonly number[] = [status.timeLimit, status.iterationLimit, status.solutionLimit, status.interrupted];
  if (limits.includes(modelStatus)) {
    if (!solutionFound) return { status: 'stopped' };
    return { status: 'feasible', values: model.getSolution().colValue, distance: distanceOf(model) };
  }
  throw new Error(`the solver ended with status ${modelStatus}: the program is unbounded or could not be read`);
}

function distanceOf(model: Model): number | null {
  const distance = Math.abs(model.getObjectiveValue() - Number(model.info.get('mip_dual_bound')));
  return Number.isFinite(distance) ? distance : null;
}

/** Solves a program once; the memory of the solver is given back. */
export function solveProgram(highs: Highs, data: ModelData, limits: SolverLimits): Solved {
  return highs.withModel(data, (model) => {
    configure(model, limits);
    return runModel(highs, model);
  });
}
