import type { Allocate, Coding } from '../data/coding.ts';
import type { SumJobs } from '../information/sum-jobs.ts';
import { type Grid, normalLogWeights } from '../model/grid.ts';
import { localOf, type Model, meanOf, sdOf } from '../model/parameters.ts';
import { type SumLayout, sumLayout } from './block.ts';
import type { Engine } from './engine.ts';
import { reduceBlocks, type SumBlocks, type Workspace } from './summation.ts';

/** The E-step at some parameters. */
export interface Expectation {
  readonly x: Float64Array;
  readonly logLikelihood: number;
  readonly logPrior: number;
  /** What EM climbs: log-likelihood plus log prior. */
  readonly objective: number;
  readonly sums: Float64Array;
}

/** Makes E-steps; holds the tables and sums, which each E-step overwrites. */
export class Expector {
  readonly model: Model;
  readonly grid: Grid;
  readonly workspace: Workspace;
  readonly layout: SumLayout;
  readonly allocate: Allocate;
  /** Sums what the information about the parameters needs. */
  readonly sumJobs: SumJobs;
  readonly #sum: SumBlocks;
  readonly #logP: Float64Array;
  readonly #exponential: boolean;

  constructor(model: Model, grid: Grid, workspace: Workspace, engine: Engine) {
    this.model = model;
    this.grid = grid;
    this.workspace = workspace;
    this.layout = sumLayout(workspace.coding, grid.size);
    this.allocate = engine.allocate;
    this.sumJobs = engine.sumJobs;
    this.#sum = engine.sum;
    this.#logP = new Float64Array((model.firstState[model.families.length] ?? 0) * grid.size);
    this.#exponential = model.families.every(({ exponential }) => exponential);
  }

  /** Log P of all categories of all items at the parameters of the last E-step, row by category. */
  get logProbabilities(): Float64Array {
    return this.#logP;
  }

  /** Fills the tables at x; false where x gives no distribution. */
  prepare(x: Float64Array): boolean {
    const { model, grid } = this;
    for (let at = 0; at < x.length; at += 1) if (!Number.isFinite(x[at] ?? 0)) return false;
    const valid = model.families.every((family, i) =>
      family.logProbabilities(localOf(model, i, x), grid, this.#logP, (model.firstState[i] ?? 0) * grid.size),
    );
    if (!valid) return false;
    this.#fillBase(x);
    this.#fillCodes(x);
    this.workspace.tables.concave[0] = this.#exponential ? 1 : 0;
    return true;
  }

  /** The E-step at x; undefined where x gives no distribution or a prior has no density there. */
  expect(x: Float64Array): Expectation | undefined {
    let logPrior = 0;
    for (const [index, prior] of this.model.priors) logPrior += prior.log(x[index] ?? 0);
    if (!Number.isFinite(logPrior) || !this.prepare(x)) return undefined;
    this.#sum(this.workspace);
    const sums = reduceBlocks(this.workspace);
    const logLikelihood = sums[0] ?? 0;
    if (!Number.isFinite(logLikelihood)) return undefined;
    return { x, logLikelihood, logPrior, objective: logLikelihood + logPrior, sums };
  }

  #fillBase(x: Float64Array): void {
    const { model, grid } = this;
    const { coding, tables } = this.workspace;
    const width = model.families.length;
    for (let c = 0; c < coding.classes; c += 1) {
      const group = model.groups[coding.classGroup[c] ?? 0];
      const row = c * grid.size;
      if (group === undefined) continue;
      normalLogWeights(grid, meanOf(group, x), sdOf(group, x), tables.base, row);
      for (let i = 0; i < width; i += 1) {
        const state = coding.classReference[c * width + i] ?? -1;
        if (state >= 0) this.#add(tables.base, row, state, 1);
      }
    }
  }

  #add(into: Float64Array, row: number, state: number, sign: number): void {
    const { size } = this.grid;
    const from = state * size;
    for (let q = 0; q < size; q += 1) into[row + q] = (into[row + q] ?? 0) + sign * (this.#logP[from + q] ?? 0);
  }

  #fillCodes(x: Float64Array): void {
    const { coding, tables } = this.workspace;
    const natural = naturalParameters(this.model, x);
    fillLinear(coding, natural, tables.slope, tables.constant);
    tables.change.fill(0);
    for (let v = 0; v < coding.tabled; v += 1) {
      const state = coding.codeState[coding.linear + v] ?? -1;
      const reference = coding.codeReference[coding.linear + v] ?? -1;
      if (state >= 0) this.#add(tables.change, v * this.grid.size, state, 1);
      if (reference >= 0) this.#add(tables.change, v * this.grid.size, reference, -1);
    }
  }
}

/** Slope and constant of each category of each item of exponential form, two numbers per category. */
function naturalParameters(model: Model, x: Float64Array): Float64Array {
  const natural = new Float64Array(2 * (model.firstState[model.families.length] ?? 0));
  model.families.forEach((family, i) => {
    if (!family.exponential) return;
    const own = new Float64Array(2 * family.categories);
    family.naturalParameters(localOf(model, i, x), own);
    const first = model.firstState[i] ?? 0;
    for (let k = 0; k < family.categories; k += 1) {
      natural[2 * (first + k)] = own[k] ?? 0;
      natural[2 * (first + k) + 1] = own[family.categories + k] ?? 0;
    }
  });
  return natural;
}

function fillLinear(coding: Coding, natural: Float64Array, slope: Float64Array, constant: Float64Array): void {
  for (let code = 0; code < coding.linear; code += 1) {
    const state = 2 * (coding.codeState[code] ?? 0);
    const reference = 2 * (coding.codeReference[code] ?? 0);
    slope[code] = (natural[state] ?? 0) - (natural[reference] ?? 0);
    constant[code] = (natural[state + 1] ?? 0) - (natural[reference + 1] ?? 0);
  }
}
