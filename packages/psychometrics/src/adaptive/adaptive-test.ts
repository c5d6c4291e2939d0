import { ItemCurve } from '../irt/scoring/item-curve.ts';
import type { Random } from '../numeric/random.ts';
import { type Ability, AbilityRecord } from './ability.ts';
import { type AdaptiveBank, requireCategory } from './bank.ts';
import { type ContentBalance, neededAreas, requireBalance } from './content.ts';
import { type Criterion, criterionValue } from './criteria.ts';
import type { ShadowTest } from './shadow-test.ts';
import { requireRules, type StopDecision, type StoppingRules, type StopReason, stopNow } from './stopping.ts';
import { currentStratum, type Strata } from './strata.ts';

/** How items are chosen and when the test ends. */
export interface AdaptiveOptions {
  readonly stop: StoppingRules;
  /** `mfi` when left out. */
  readonly criterion?: Criterion;
  /** θ at which the first item is chosen; the mean of the prior when left out. */
  readonly start?: number;
  /** One of the best so many is given, by chance (Kingsbury & Zara 1989); 1 when left out. */
  readonly randomesque?: number;
  readonly content?: ContentBalance;
  readonly strata?: Strata;
  /** Probability of being given once chosen, one per item (Sympson & Hetter 1985). */
  readonly sympsonHetter?: ArrayLike<number>;
  /** Items that this candidate may get (van der Linden & Veldkamp 2004); set aside when it leaves nothing. */
  readonly eligible?: readonly boolean[];
  /** Chooses from a full test that meets all constraints at every step (van der Linden & Reese 1998). */
  readonly shadow?: Pick<ShadowTest, 'candidates' | 'reset'>;
}

/** One adaptive test: ask for `next`, give it, `record` the response, until `stopped`. */
export class AdaptiveTest {
  readonly #bank: AdaptiveBank;
  readonly #options: AdaptiveOptions;
  readonly #random: Random;
  readonly #record: AbilityRecord;
  readonly #considered: number[] = [];
  /** Chosen and held back: this candidate does not get them, for a second chance would undo the control. */
  readonly #held = new Set<number>();
  readonly #curve = new ItemCurve();
  #exhausted = false;

  /** @throws {RangeError} naming the option that makes no sense. */
  constructor(bank: AdaptiveBank, options: AdaptiveOptions, random: Random) {
    this.#bank = bank;
    this.#options = options;
    this.#random = random;
    this.#record = new AbilityRecord(bank, options.start);
    options.shadow?.reset();
    requireRules(options.stop, bank.items.length);
    if (options.content !== undefined) requireBalance(options.content, bank.items.length);
    for (const [name, list] of [
      ['sympsonHetter', options.sympsonHetter],
      ['eligible', options.eligible],
      ['strata', options.strata?.of],
    ] as const) {
      if (list !== undefined && list.length !== bank.items.length) {
        throw new RangeError(`"${name}" has ${list.length} entries for ${bank.items.length} items; give one per item`);
      }
    }
  }

  get ability(): Ability {
    return this.#record.current;
  }

  /** Places of the items given so far. */
  get administered(): readonly number[] {
    return this.#record.administered;
  }

  /** Places of the items that were chosen so far, whether given or held back by exposure control. */
  get considered(): readonly number[] {
    return this.#considered;
  }

  /** Why the test has ended; null while it goes on. */
  get stopped(): { readonly reason: StopReason; readonly decision: StopDecision } | null {
    const rule = stopNow(this.#options.stop, this.#record, (place, category, theta) => {
      const item = this.#bank.items[place];
      if (item === undefined) return 1;
      this.#curve.at(item, theta);
      return this.#curve.p[category] ?? 1;
    });
    return rule ?? (this.#exhausted ? { reason: 'bank', decision: null } : null);
  }

  /** The place of the next item in the bank; null when the test has ended. */
  next(): number | null {
    if (this.stopped !== null) return null;
    const place = this.#choose();
    if (place === null) this.#exhausted = true;
    return place;
  }

  /** Takes in the response to an item. @throws {RangeError} for a category that the item lacks, an item given before. */
  record(place: number, category: number): void {
    const item = this.#bank.items[place];
    if (item === undefined) throw new RangeError(`the bank has no item at place ${place}`);
    if (this.#record.administered.includes(place)) throw new RangeError(`item ${item.id} has been given before`);
    requireCategory(item, category);
    this.#record.add(place, category);
  }

  #choose(): number | null {
    const { sympsonHetter, randomesque = 1 } = this.#options;
    const all = this.#candidates();
    let candidates = all.filter((place) => !this.#held.has(place));
    let first = candidates.length === 0 ? (this.#best(all, 1)[0] ?? null) : null;
    while (candidates.length > 0) {
      const best = this.#best(candidates, randomesque);
      const chosen = best[best.length > 1 ? this.#random.integer(best.length) : 0] ?? null;
      if (chosen === null) return null;
      first ??= chosen;
      this.#considered.push(chosen);
      if (sympsonHetter === undefined || this.#random.uniform() < (sympsonHetter[chosen] ?? 1)) return chosen;
      this.#held.add(chosen);
      candidates = candidates.filter((place) => place !== chosen);
    }
    // Exposure control held back every one: the best is given all the same.
    return first;
  }

  /** The places that rules of content, stratum and eligibility leave. */
  #candidates(): readonly number[] {
    const { content, strata, eligible, shadow } = this.#options;
    const given = this.#record.administered;
    const free = this.#bank.items.flatMap((_, place) => (given.includes(place) ? [] : [place]));
    const allowed = eligible === undefined ? free : free.filter((place) => eligible[place] === true);
    if (shadow !== undefined) return shadow.candidates(this.ability.theta, given, this.#mayEnter());
    let left = allowed.length > 0 ? allowed : free;
    if (strata !== undefined) {
      const stratum = currentStratum(strata, given.length);
      const inside = left.filter((place) => strata.of[place] === stratum);
      if (inside.length > 0) left = inside;
    }
    if (content === undefined || given.length === 0) return left;
    const needed = neededAreas(content, given, (area) => left.some((place) => content.areas[place] === area));
    const area = needed[needed.length > 1 ? this.#random.integer(needed.length) : 0];
    return area === undefined ? left : left.filter((place) => content.areas[place] === area);
  }

  /** Which items a shadow test may take; undefined when all. */
  #mayEnter(): readonly boolean[] | undefined {
    const { eligible } = this.#options;
    if (this.#held.size === 0) return eligible;
    return this.#bank.items.map((_, place) => !this.#held.has(place) && eligible?.[place] !== false);
  }

  /** The best of the candidates, so many as asked for, best first. */
  #best(candidates: readonly number[], many: number): readonly number[] {
    const { criterion = 'mfi' } = this.#options;
    if (criterion === 'random') return [candidates[this.#random.integer(candidates.length)] ?? 0];
    const { theta } = this.ability;
    if (many <= 1) {
      let best: number | undefined;
      let most = Number.NEGATIVE_INFINITY;
      for (const place of candidates) {
        const value = criterionValue(criterion, this.#record, place, theta);
        if (value > most) [best, most] = [place, value];
      }
      return best === undefined ? candidates.slice(0, 1) : [best];
    }
    return candidates
      .map((place) => ({ place, value: criterionValue(criterion, this.#record, place, theta) }))
      .sort((x, y) => y.value - x.value || x.place - y.place)
      .slice(0, many)
      .map(({ place }) => place);
  }
}
