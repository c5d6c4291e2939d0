import { OMITTED, type ResponseMatrix } from '../../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { type Item, isDichotomous } from '../../irt/items/item.ts';
import { probabilities } from '../../irt/items/response-function.ts';
import { type Adjustment, adjustP } from '../../numeric/multiplicity.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from '../evidence.ts';
import { poissonBinomialUpper } from '../similarity/gbt.ts';

/** A candidate's changes of answers. */
export interface ChangedPerson {
  readonly id: string;
  /** Items first answered wrong: what could be changed to right. */
  readonly firstWrong: number;
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  /** Wrong-to-right changes that are expected. */
  readonly expected: number;
  /** P(as many wrong-to-right changes or more), exact (Poisson binomial). */
  readonly p: number;
  readonly adjustedP: number;
  readonly flagged: boolean;
}

/** The changed answers of all candidates. */
export interface AnswerChanges extends Evidence {
  readonly n: number;
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  /** Per item the share of first wrong answers that became right; null where nobody was wrong first. */
  readonly items: readonly { readonly id: string; readonly firstWrong: number; readonly rate: number | null }[];
  /** `rates` of the items, or `model`: given item parameters and abilities. */
  readonly basis: 'rates' | 'model';
  readonly adjustment: Adjustment;
  readonly alpha: number;
  readonly persons: readonly ChangedPerson[];
  readonly sample: SampleJudgment;
}

/**
 * Unusual numbers of answers changed from wrong to right: given the items that a candidate first answered wrong, the
 * changes to right are independent events, with the rate of the item among all other candidates or, with parameters of
 * a second-stage model, with P(right after review | wrong first, θ).
 *
 * @param first,final scores 0 and 1 of the first and the final answers; the same persons and items.
 * @param options.model second-stage parameters of the items (dichotomous, found by id) and one θ per person.
 * @throws {RangeError} for matrices that differ in persons or items, values above 1, items without parameters.
 * @see van der Linden & Jeon (2012), Journal of Educational and Behavioral Statistics 37(1), for the two stages;
 *   Bishop & Egan (2017), in Cizek & Wollack (eds.), Handbook of Quantitative Methods for Detecting Cheating on Tests.
 */
export function answerChanges(
  first: ResponseMatrix,
  final: ResponseMatrix,
  options: {
    readonly model?: { readonly items: readonly Item[]; readonly thetas: ArrayLike<number> };
    readonly adjustment?: Adjustment;
    readonly alpha?: number;
    readonly override?: { readonly reason: string };
  } = {},
): AnswerChanges {
  const { model, adjustment = 'holm', alpha = 0.05 } = options;
  requireSame(first, final);
  const width = first.items.length;
  const wrong = new Float64Array(width);
  const gained = new Float64Array(width);
  const at = (matrix: ResponseMatrix, index: number): number => matrix.values[index] ?? OMITTED;
  for (let index = 0; index < first.values.length; index += 1) {
    if (at(first, index) !== 0 || at(final, index) < 0) continue;
    const item = index % width;
    wrong[item] = (wrong[item] ?? 0) + 1;
    if (at(final, index) === 1) gained[item] = (gained[item] ?? 0) + 1;
  }
  const byModel = model === undefined ? null : modelRates(first.items, model);
  const found = first.persons.map((id, person) => {
    const rates: number[] = [];
    let wrongToRight = 0;
    let rightToWrong = 0;
    for (let item = 0; item < width; item += 1) {
      const before = at(first, person * width + item);
      const after = at(final, person * width + item);
      if (before < 0 || after < 0) continue;
      if (before === 1 && after === 0) rightToWrong += 1;
      if (before !== 0) continue;
      if (after === 1) wrongToRight += 1;
      rates.push(byModel?.(item, person) ?? rateOfOthers(gained[item] ?? 0, wrong[item] ?? 0, after === 1));
    }
    return {
      id,
      firstWrong: rates.length,
      wrongToRight,
      rightToWrong,
      expected: rates.reduce((sum, rate) => sum + rate, 0),
      p: poissonBinomialUpper(Float64Array.from(rates), wrongToRight),
    };
  });
  const adjusted = adjustP(
    found.map(({ p }) => p),
    adjustment,
  );
  const persons = found.map((person, index) => {
    const adjustedP = adjusted[index] ?? 1;
    return { ...person, adjustedP, flagged: adjustedP <= alpha };
  });
  return {
    n: persons.length,
    wrongToRight: persons.reduce((sum, person) => sum + person.wrongToRight, 0),
    rightToWrong: persons.reduce((sum, person) => sum + person.rightToWrong, 0),
    items: first.items.map((id, item) => {
      const count = wrong[item] ?? 0;
      return { id, firstWrong: count, rate: count > 0 ? (gained[item] ?? 0) / count : null };
    }),
    basis: model === undefined ? 'rates' : 'model',
    adjustment,
    alpha,
    persons,
    sample: judgeSample('classical', persons.length, options.override),
    evidence: EVIDENCE_NOT_PROOF,
  };
}

/**
 * The rate without the candidate in question, so that nobody vouches for himself; half a change and half a non-change
 * are added (Jeffreys), so that a change that nobody else made is rare and not impossible.
 */
const rateOfOthers = (gained: number, wrong: number, own: boolean): number =>
  (gained - (own ? 1 : 0) + 0.5) / (wrong - 1 + 1);

function modelRates(
  ids: readonly string[],
  { items, thetas }: { readonly items: readonly Item[]; readonly thetas: ArrayLike<number> },
): (item: number, person: number) => number {
  const byId = new Map(items.map((item) => [item.id, item]));
  const without = ids.filter((id) => !byId.has(id));
  if (without.length > 0) throw new RangeError(`no parameters for ${without.slice(0, 8).join(', ')}; estimate them`);
  const columns = ids.flatMap((id) => byId.get(id) ?? []);
  const polytomous = columns.find((item) => !isDichotomous(item));
  if (polytomous !== undefined)
    throw new RangeError(`item ${polytomous.id} is not dichotomous; a change is right or wrong`);
  return (item, person) => {
    const theta = thetas[person] ?? Number.NaN;
    if (!Number.isFinite(theta))
      throw new RangeError(`candidate ${person + 1} has no ability (${theta}); give one for each`);
    const column = columns[item];
    return column === undefined ? 0 : (probabilities(column, theta)[1] ?? 0);
  };
}

function requireSame(first: ResponseMatrix, final: ResponseMatrix): void {
  for (const part of ['persons', 'items'] as const) {
    const differ = first[part].findIndex((id, index) => final[part][index] !== id);
    if (differ >= 0 || first[part].length !== final[part].length) {
      throw new RangeError(
        `the first and the final answers differ in ${part} from number ${Math.max(0, differ) + 1} on; give the same in the same order`,
      );
    }
  }
  for (const { values, items } of [first, final]) {
    const above = values.findIndex((value) => value > 1);
    if (above >= 0)
      throw new RangeError(`item ${items[above % items.length]} has the score ${values[above]}; give 0 and 1`);
  }
}
