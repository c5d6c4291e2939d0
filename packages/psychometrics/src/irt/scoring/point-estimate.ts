import type { Item } from '../items/item.ts';
import { ItemCurve } from './item-curve.ts';
import { addLogLikelihood, type LogTable, logTable } from './latent-grid.ts';
import { likelihoodAt, limitOfLog } from './likelihood.ts';
import {
  curvatureAt,
  equationAt,
  FARTHEST,
  refine,
  refineFast,
  rowAt,
  type ScoreCorrection,
  type Search,
} from './maximize.ts';

/** What point estimates are told: the method with its prior, the bounds, the kind of standard error. */
export interface PointOptions {
  readonly method: 'map' | 'ml' | 'wle';
  readonly prior: 'normal' | 'jeffreys';
  readonly mean: number;
  readonly variance: number;
  readonly bounds: readonly [number, number] | null;
  readonly information: 'expected' | 'observed';
}

/** An estimate of θ; `reason` says why there is none, or what is unusual about it. */
export interface PointEstimate {
  readonly theta: number | null;
  readonly se: number | null;
  readonly reason: string | null;
}

const GRID_STEP = 0.1;

/** Estimates θ of one person after the other by maximum likelihood, maximum a posteriori or weighted likelihood. */
export class PointEstimator {
  readonly #items: readonly Item[];
  readonly #options: PointOptions;
  readonly #curve = new ItemCurve();
  readonly #table: LogTable;
  readonly #correction: ScoreCorrection;
  /** The log prior or log weight at the nodes; it depends on the answered items only where `#answeredOnly`. */
  readonly #penalties = new Map<string, Float64Array>();

  constructor(items: readonly Item[], options: PointOptions) {
    this.#items = items;
    this.#options = options;
    const reach = 6 * Math.sqrt(options.variance);
    const [low, high] = options.bounds ?? [Math.min(-8, options.mean - reach), Math.max(8, options.mean + reach)];
    const steps = Math.min(Math.max(40, Math.ceil((high - low) / GRID_STEP)), 4000);
    const nodes = Float64Array.from({ length: steps + 1 }, (_, q) => low + ((high - low) * q) / steps);
    this.#table = logTable(items, nodes);
    this.#correction = correctionOf(options);
  }

  /** The estimate for one row of responses. */
  estimate(responses: Int16Array): PointEstimate {
    const { nodes } = this.#table;
    const { method, bounds } = this.#options;
    const objective = this.#penalty(responses).slice();
    if (addLogLikelihood(this.#table, responses, objective) === 0) {
      return { theta: null, se: null, reason: 'no item was answered' };
    }
    const search: Search = {
      items: this.#items,
      responses,
      correction: this.#correction,
      correcting: method === 'wle' || (method === 'map' && this.#options.prior === 'jeffreys'),
      precision: method === 'map' && this.#options.prior === 'normal' ? 1 / this.#options.variance : 0,
      curve: this.#curve,
    };
    const best = argMax(objective);
    if (bounds !== null) {
      const outward = best === 0 ? -1 : best === nodes.length - 1 ? 1 : 0;
      const edge = nodes[best] ?? 0;
      if (outward !== 0 && outward * equationAt(search, edge) >= 0) {
        const end = outward < 0 ? 'lower' : 'upper';
        return { theta: edge, se: this.#se(search, edge), reason: `the estimate lies at the ${end} bound` };
      }
    }
    const theta = refineFast(search, nodes, objective, best) ?? refine(search, nodes, best);
    if (method === 'ml' && bounds === null) {
      const reason = this.#rising(responses, theta);
      if (reason !== null) return { theta: null, se: null, reason };
    }
    if (theta === null) return { theta: null, se: null, reason: `there is no estimate within ±${FARTHEST}` };
    const se = this.#se(search, theta);
    if (se === null) return { theta: null, se, reason: 'the answered items carry no information' };
    return { theta, se, reason: null };
  }

  #rising(responses: Int16Array, theta: number | null): string | null {
    const above = limitOfLog(this.#items, responses, 1);
    const below = limitOfLog(this.#items, responses, -1);
    if (above === Number.NEGATIVE_INFINITY && below === Number.NEGATIVE_INFINITY) return null;
    const reached =
      theta === null ? Number.NEGATIVE_INFINITY : likelihoodAt(this.#items, responses, theta, this.#curve).log;
    // A tie counts as rising: the likelihood then nears its limit from below and the root is rounding.
    if (above >= reached - 1e-12 && above > below)
      return 'the likelihood rises without end: highest possible responses';
    if (below >= reached - 1e-12 && below > above)
      return 'the likelihood rises without end downward: lowest possible responses';
    return null;
  }

  #se(search: Search, theta: number): number | null {
    const { method, information } = this.#options;
    const at = rowAt(search, theta);
    const expected = at.information + search.precision;
    // Where the method adds no term of the items, the curvature is known exactly.
    const curvature = search.correcting ? curvatureAt(search, theta) : at.observedInformation + search.precision;
    const observed = information === 'observed' ? curvature : expected;
    const used = observed > 0 ? observed : expected;
    return used > 0 && !(method !== 'map' && at.information <= 0) ? 1 / Math.sqrt(used) : null;
  }

  #penalty(responses: Int16Array): Float64Array {
    const { method, prior, mean, variance } = this.#options;
    const ofItems = method === 'wle' || (method === 'map' && prior === 'jeffreys');
    const key = ofItems ? responses.reduce((mask, value) => mask + (value < 0 ? '0' : '1'), '') : '';
    const known = this.#penalties.get(key);
    if (known !== undefined) return known;
    const { nodes } = this.#table;
    let penalty = new Float64Array(nodes.length);
    if (ofItems) penalty = this.#weights(responses);
    else if (method === 'map') penalty = nodes.map((theta) => (-0.5 * (theta - mean) ** 2) / variance);
    this.#penalties.set(key, penalty);
    return penalty;
  }

  /** Jeffreys: log √I. Warm: the integral of J / 2I from the first node on, by the trapezoidal rule. */
  #weights(responses: Int16Array): Float64Array<ArrayBuffer> {
    const { nodes } = this.#table;
    const weights = new Float64Array(nodes.length);
    let before = 0;
    nodes.forEach((theta, q) => {
      const { information, warm } = likelihoodAt(this.#items, responses, theta, this.#curve);
      if (this.#options.method === 'map') weights[q] = 0.5 * Math.log(Math.max(information, 1e-300));
      else {
        const slope = information > 0 ? warm / (2 * information) : 0;
        if (q > 0) weights[q] = (weights[q - 1] ?? 0) + ((before + slope) / 2) * (theta - (nodes[q - 1] ?? theta));
        before = slope;
      }
    });
    return weights;
  }
}

function correctionOf({ method, prior, mean, variance }: PointOptions): ScoreCorrection {
  if (method === 'ml') return () => 0;
  if (method === 'wle') return (_, { warm, information }) => (information > 0 ? warm / (2 * information) : 0);
  if (prior === 'normal') return (theta) => (mean - theta) / variance;
  return (_, { informationSlope, information }) => (information > 0 ? informationSlope / (2 * information) : 0);
}

function argMax(values: Float64Array): number {
  let best = 0;
  for (let q = 1; q < values.length; q += 1) if ((values[q] ?? 0) > (values[best] ?? 0)) best = q;
  return best;
}
