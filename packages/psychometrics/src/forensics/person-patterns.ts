import type { ResponseMatrix } from '../data/response-matrix.ts';
import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { calibrate } from '../irt/calibrate/index.ts';
import type { Item } from '../irt/items/item.ts';
import { groupBasedFit, type PersonFit, personFit } from '../irt/person-fit/index.ts';
import { type Adjustment, adjustP } from '../numeric/multiplicity.ts';
import { EVIDENCE_NOT_PROOF, type Evidence } from './evidence.ts';

/** lz and lz* by a calibrated model; Ht and U3 by the order of the items alone. */
export const PATTERN_METHODS = ['lz', 'ht', 'u3'] as const;
/** The name of a statistic of person fit. */
export type PatternMethod = (typeof PATTERN_METHODS)[number];

/** Whether a candidate's right and wrong answers fit together. */
export interface PersonPattern {
  readonly id: string;
  readonly answered: number;
  /** lz, Ht or U3; null where there is none, as for all right or all wrong answers. */
  readonly statistic: number | null;
  /** lz corrected for the estimation of θ; of `lz` only. */
  readonly lzStar: number | null;
  /** P(lz* as low or lower); null of `ht` and `u3`, which have no distribution to judge by. */
  readonly p: number | null;
  readonly adjustedP: number | null;
  readonly flagged: boolean;
}

/** The fit of all candidates by one statistic. */
export interface PersonPatterns extends Evidence {
  readonly method: PatternMethod;
  readonly n: number;
  /** What flags a person, in words. */
  readonly rule: string;
  readonly adjustment: Adjustment;
  readonly alpha: number;
  /** In the order of the data. */
  readonly persons: readonly PersonPattern[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** Bounds beyond which a pattern is unusual. @see Karabatsos (2003), Applied Measurement in Education 16(4). */
const HT_BELOW = 0.22;
const U3_ABOVE = 0.25;
/** A bound that flags more than this share says nothing of the persons. */
const MOST_FLAGGED = 0.1;

/**
 * Candidates whose pattern of answers is unusual: easy items wrong and hard ones right.
 *
 * @param data items with two categories for `ht` and `u3`.
 * @param options.items parameters for `lz`, found by id; without them a 2PL is calibrated with these responses.
 * @throws {RangeError} as `personFit`, `groupBasedFit` and `calibrate`.
 * @see Drasgow, Levine & Williams (1985), BJMSP 38(1), for lz; Snijders (2001), Psychometrika 66(3), for lz*; Sijtsma &
 *   Meijer (1992), APM 16(2), for Ht; van der Flier (1982), J. Cross-Cult. Psychol. 13(3), for U3.
 */
export function personPatterns(
  data: ResponseMatrix,
  options: {
    readonly method: PatternMethod;
    readonly items?: readonly Item[];
    readonly adjustment?: Adjustment;
    readonly alpha?: number;
    readonly override?: { readonly reason: string };
  },
): PersonPatterns {
  const { method, adjustment = 'bh', alpha = 0.05, override } = options;
  if (!PATTERN_METHODS.includes(method)) {
    throw new RangeError(`there is no method "${method}"; take one of ${PATTERN_METHODS.join(', ')}`);
  }
  const { found, notices } = method === 'lz' ? byModel(data, options) : { found: byOrder(data, method), notices: [] };
  const judged = found.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = adjustP(judged, adjustment);
  let at = 0;
  const persons = found.map((person) => {
    const adjustedP = person.p === null ? null : (adjusted[at++] ?? 1);
    const { statistic } = person;
    const beyond = statistic !== null && (method === 'ht' ? statistic < HT_BELOW : statistic > U3_ABOVE);
    return { ...person, adjustedP, flagged: method === 'lz' ? adjustedP !== null && adjustedP <= alpha : beyond };
  });
  const share = persons.filter(({ flagged }) => flagged).length / Math.max(1, persons.length);
  const said = [...notices];
  if (method !== 'lz' && share > MOST_FLAGGED) {
    said.push(
      `The published bound flags ${Math.round(share * 100)} % here: it was found with other examinations; take the statistic as an order, the most unusual first.`,
    );
  }
  const rule = {
    lz: `adjusted p of lz* at most ${alpha}`,
    ht: `Ht below ${HT_BELOW} (Karabatsos 2003)`,
    u3: `U3 above ${U3_ABOVE} (Karabatsos 2003)`,
  }[method];
  return {
    method,
    n: data.persons.length,
    rule,
    adjustment: method === 'lz' ? adjustment : 'none',
    alpha,
    persons,
    sample: judgeSample('classical', data.persons.length, override),
    notices: said,
    evidence: EVIDENCE_NOT_PROOF,
  };
}

type Found = Omit<PersonPattern, 'adjustedP' | 'flagged'>;

function byOrder(data: ResponseMatrix, method: 'ht' | 'u3'): readonly Found[] {
  const width = data.items.length;
  return groupBasedFit(data).map((fit, person) => ({
    id: data.persons[person] ?? '',
    answered: data.values.subarray(person * width, (person + 1) * width).filter((value) => value >= 0).length,
    statistic: method === 'ht' ? fit.ht : fit.u3,
    lzStar: null,
    p: null,
  }));
}

function byModel(
  data: ResponseMatrix,
  { items, override }: { readonly items?: readonly Item[]; readonly override?: { readonly reason: string } },
): { readonly found: readonly Found[]; readonly notices: readonly string[] } {
  const told = override === undefined ? {} : { override };
  const notices: string[] = [];
  let known = items;
  if (known === undefined) {
    const calibration = calibrate(data, { model: '2pl', se: 'none', ...told });
    known = calibration.items.map(({ item }) => item);
    notices.push(
      `No item parameters were given: a 2PL was calibrated with the responses examined (${calibration.converged ? `${calibration.iterations} iterations` : `not converged after ${calibration.iterations} iterations`}).`,
    );
  }
  const found = personFit(data, known, told).persons.map(({ id, answered, lz, lzStar, p }: PersonFit) => ({
    id,
    answered,
    statistic: lz,
    lzStar,
    p,
  }));
  return { found, notices };
}
