import { NOT_PRESENTED } from '../data/response-matrix.ts';
import type { AdaptiveBank } from './bank.ts';

/** What is known of a candidate while the test runs. */
export interface Ability {
  readonly theta: number;
  /** Null before the first response for methods without a prior. */
  readonly se: number | null;
}

/** The responses of one candidate, with the likelihood and the estimate that they give. */
export class AbilityRecord {
  readonly bank: AdaptiveBank;
  readonly responses: Int16Array;
  /** Places of the items in the bank, in the order in which they were given. */
  readonly administered: number[] = [];
  /** The likelihood at the nodes of the bank. */
  readonly likelihood: Float64Array;
  #current: Ability;

  constructor(bank: AdaptiveBank, start: number = bank.ability.mean) {
    this.bank = bank;
    this.responses = new Int16Array(bank.items.length).fill(NOT_PRESENTED);
    this.likelihood = new Float64Array(bank.nodes.length).fill(1);
    const prior = bank.ability.method === 'eap' || bank.ability.method === 'map';
    this.#current = { theta: start, se: prior ? Math.sqrt(bank.ability.variance) : null };
  }

  get current(): Ability {
    return this.#current;
  }

  /** Takes in a response: a category of the item at this place. */
  add(place: number, category: number): void {
    const { logs, nodes } = this.bank;
    this.administered.push(place);
    this.responses[place] = category;
    const table = logs.logs[place];
    if (table !== undefined) {
      for (let q = 0; q < nodes.length; q += 1) {
        this.likelihood[q] = (this.likelihood[q] ?? 0) * Math.exp(table[category * nodes.length + q] ?? 0);
      }
    }
    this.#current = this.bank.ability.method === 'eap' ? this.#expected() : this.#maximal();
  }

  #expected(): Ability {
    const { nodes, prior } = this.bank;
    let [total, first, second] = [0, 0, 0];
    for (let q = 0; q < nodes.length; q += 1) {
      const weight = (this.likelihood[q] ?? 0) * (prior[q] ?? 0);
      const theta = nodes[q] ?? 0;
      // The trapezoidal rule: half weight at the ends.
      const share = q === 0 || q === nodes.length - 1 ? weight / 2 : weight;
      total += share;
      first += share * theta;
      second += share * theta * theta;
    }
    if (!(total > 0)) return this.#current;
    const theta = first / total;
    return { theta, se: Math.sqrt(Math.max(0, second / total - theta * theta)) };
  }

  #maximal(): Ability {
    const { theta, se } = this.bank.estimator.estimate(this.responses);
    return { theta: theta ?? this.#current.theta, se };
  }
}
