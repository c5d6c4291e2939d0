import { personResponses, type ResponseMatrix, selectItems } from '../../data/response-matrix.ts';
import type { Item } from '../../irt/items/item.ts';
import { probabilities } from '../../irt/items/response-function.ts';
import { itemsOfColumns } from '../../irt/scoring/item-columns.ts';
import { addLogLikelihood, type LogTable, logTable } from '../../irt/scoring/latent-grid.ts';
import { type Adjustment, adjustP } from '../../numeric/multiplicity.ts';
import { normalGrid } from '../../numeric/quadrature.ts';
import { Random } from '../../numeric/random.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';

/** How far apart the posterior distributions of a person's ability lie that two sets of items give. */
export interface PosteriorShift {
  readonly id: string;
  /** Kullback-Leibler divergence D(suspect ‖ other) in nats, at least 0. */
  readonly divergence: number;
  /** Mean of the posterior by the suspect items minus that by the others. */
  readonly shift: number;
  /**
   * Share of simulated candidates with the same answers to the other items whose divergence is as large, upward shifts
   * only.
   */
  readonly p: number;
  readonly adjustedP: number;
}

/** How far the abilities on the suspect items and on the others lie apart, of all candidates. */
export interface PosteriorShifts extends Evidence {
  readonly n: number;
  readonly draws: number;
  readonly seed: number;
  /** The least p that this number of draws can give. */
  readonly leastP: number;
  readonly persons: readonly PosteriorShift[];
}

const NODES = 41;

/**
 * The posterior shift: for each candidate the Kullback-Leibler divergence between the posteriors of θ by the suspect
 * items and by the others, with p by simulation: θ is drawn from the posterior of the other items, then answers to the
 * suspect items. Only shifts upward count.
 *
 * @param draws simulated candidates per person, 10 to 100,000; 999 without it.
 * @param seed of the simulation; the same seed gives the same p.
 * @throws {RangeError} for suspect ids that are not there or are all or none of the items, items without parameters,
 *   draws out of range.
 * @see Belov & Armstrong (2010), Applied Psychological Measurement 34(6); Belov (2016), Applied Psychological
 *   Measurement 40(2).
 */
export function posteriorShifts(
  data: ResponseMatrix,
  items: readonly Item[],
  suspect: readonly string[],
  options: { readonly seed: number; readonly draws?: number; readonly adjustment?: Adjustment },
): PosteriorShifts {
  const { seed, draws = 999, adjustment = 'bh' } = options;
  if (!(Number.isInteger(draws) && draws >= 10 && draws <= 100_000)) {
    throw new RangeError(`${draws} draws: give a whole number from 10 to 100000`);
  }
  const named = new Set(suspect);
  const unknown = suspect.filter((id) => !data.items.includes(id));
  if (unknown.length > 0)
    throw new RangeError(`there is no item ${unknown.slice(0, 8).join(', ')}; give ids of the data`);
  const columns = data.items.map((_, column) => column);
  const inside = selectItems(
    data,
    columns.filter((column) => named.has(data.items[column] ?? '')),
  );
  const outside = selectItems(
    data,
    columns.filter((column) => !named.has(data.items[column] ?? '')),
  );
  if (inside.items.length === 0 || outside.items.length === 0) {
    throw new RangeError('the suspect items are none or all of the items; the shift needs items on both sides');
  }
  const grid = normalGrid(NODES, -5, 5);
  const suspectItems = itemsOfColumns(inside, items);
  const suspects = logTable(suspectItems, grid.nodes);
  const others = logTable(itemsOfColumns(outside, items), grid.nodes);
  const prior = grid.weights.map(Math.log);
  const random = new Random(seed);
  const found = data.persons.map((id, person) => {
    const base = posterior(prior, others, personResponses(outside, person));
    const answers = personResponses(inside, person);
    const seen = posterior(prior, suspects, answers);
    const shift = meanOf(seen, grid.nodes) - meanOf(base, grid.nodes);
    const observed = divergence(seen, base);
    let beyond = shift > 0 ? 0 : draws;
    for (let draw = 0; shift > 0 && draw < draws; draw += 1) {
      const theta = grid.nodes[random.pick(base)] ?? 0;
      const made = posterior(prior, suspects, simulate(suspectItems, answers, theta, random));
      const upward = meanOf(made, grid.nodes) > meanOf(base, grid.nodes);
      if (upward && divergence(made, base) >= observed - 1e-12) beyond += 1;
    }
    return { id, divergence: observed, shift, p: (1 + beyond) / (1 + draws) };
  });
  const adjusted = adjustP(
    found.map(({ p }) => p),
    adjustment,
  );
  return {
    n: data.persons.length,
    draws,
    seed,
    leastP: 1 / (1 + draws),
    persons: found.map((person, at) => ({ ...person, adjustedP: adjusted[at] ?? 1 })),
    evidence: EVIDENCE_NOT_PROOF,
  };
}

/** Answers at θ to the items that were answered. */
function simulate(items: readonly Item[], answers: Int16Array, theta: number, random: Random): Int16Array {
  return answers.map((answer, column) => {
    const item = items[column];
    return answer < 0 || item === undefined ? answer : random.pick(probabilities(item, theta));
  });
}

function posterior(prior: Float64Array, table: LogTable, answers: Int16Array): Float64Array {
  const sums = prior.slice();
  addLogLikelihood(table, answers, sums);
  let top = -Infinity;
  for (const value of sums) if (value > top) top = value;
  const masses = sums.map((value) => Math.exp(value - top));
  const total = masses.reduce((sum, value) => sum + value, 0);
  return masses.map((value) => value / total);
}

function meanOf(masses: Float64Array, nodes: Float64Array): number {
  return masses.reduce((sum, mass, node) => sum + mass * (nodes[node] ?? 0), 0);
}

/** D(p ‖ q) in nats. */
function divergence(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  p.forEach((mass, node) => {
    if (mass > 0) sum += mass * Math.log(mass / Math.max(q[node] ?? 0, Number.MIN_VALUE));
  });
  return Math.max(0, sum);
}
