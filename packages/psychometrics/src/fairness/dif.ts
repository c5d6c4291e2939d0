import { highestCategories, type ResponseMatrix } from '../data/response-matrix.ts';
import { judgeSample, mayShow } from '../guard/judge-sample.ts';
import { sampleRules, type Verdict } from '../guard/sample-rules.ts';
import { adjustKnownP } from '../numeric/multiplicity.ts';
import { counted } from '../presentation/numbers.ts';
import type { DifOptions } from './dif-options.ts';
import { DIF_METHODS, type DifItem, type DifResult, type DifTest } from './dif-result.ts';
import { type GroupSplit, splitGroups } from './groups.ts';
import { matchedTests } from './matched-tests.ts';
import { matcher } from './matching.ts';
import { parameterTests } from './parameter-tests.ts';
import { purify } from './purify.ts';

/**
 * Differential item functioning: whether candidates of two groups who are equally able do equally well on each item.
 *
 * A difference is a reason to read an item, not proof of unfairness. Polytomous items are tested by mh (Mantel), std
 * (standardized mean difference) and sibtest; the other methods leave them out and say so.
 *
 * @throws {RangeError} when a group has nobody, options do not go together, or there are too few items to match by.
 */
export function dif(data: ResponseMatrix, options: DifOptions): DifResult {
  requireOptions(data, options);
  const { level = 0.05, maxPurifications = 10, method } = options;
  const groups = splitGroups(options.group, options.focal, data.persons.length, options.reference);
  const highest = highestCategories(data);
  const allowed = new Set(options.matchingItems ?? data.items);
  const candidates = data.items.map((id, item) => allowed.has(id) && (highest[item] ?? -1) >= 0);
  const byParameters = method === 'lord' || method === 'raju';
  const prepared = byParameters ? parameterTests(data, groups, options) : undefined;
  const test = prepared?.test ?? ((clean: readonly boolean[]) => matchedTests(data, groups, clean, options));

  const outcome =
    options.purify === true
      ? purify(test, candidates, level, maxPurifications)
      : { tests: test(candidates), clean: candidates, purification: null, notices: [] };
  const smaller = Math.min(groups.reference.length, groups.focal.length);
  const classed = mayShow(judgeSample('group-comparison', smaller, options.override));
  const byRule = judgeSample('dif', smaller, options.override);
  const items = withAdjusted(outcome.tests, level);
  return {
    method,
    n: groups.reference.length + groups.focal.length,
    groups: {
      reference: { name: groups.referenceName, n: groups.reference.length },
      focal: { name: groups.focalName, n: groups.focal.length },
    },
    level,
    items: classed ? items : items.map((item) => ({ ...item, class: null })),
    purification: outcome.purification,
    purified: data.items.filter((_, item) => candidates[item] === true && outcome.clean[item] !== true),
    sample: byRule,
    notices: [
      ...(classed ? unsureClass(smaller, byRule.verdict) : [noClass(smaller)]),
      ...noticesOf(data, groups, candidates, options),
      ...(prepared?.notices ?? []),
      ...outcome.notices,
    ],
  };
}

/** Some methods class by the size of a difference alone, and of a handful of candidates every difference is large. */
const noClass = (n: number): string =>
  `The smaller group has ${n}: below ${sampleRules['group-comparison'].warnFrom} candidates no item is given a class A, B or C, unless the rule is overridden.`;

/** A class is given between the two rules; that the numbers are too few for it must go with it into the JSON. */
const unsureClass = (n: number, verdict: Verdict): readonly string[] =>
  verdict === 'too-few'
    ? [
        `The smaller group has ${n}: with fewer than ${sampleRules.dif.warnFrom} candidates the classes A, B and C are unsure and judge no item.`,
      ]
    : [];

function requireOptions(data: ResponseMatrix, options: DifOptions): void {
  const { level = 0.05, method, matchingItems, matching, maxPurifications = 10, least = 6 } = options;
  if (!DIF_METHODS.includes(method)) {
    throw new RangeError(`there is no method "${method}"; choose one of ${DIF_METHODS.join(', ')}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`a level of ${level} is none; give a number between 0 and 1`);
  if (!(Number.isInteger(maxPurifications) && maxPurifications >= 1)) {
    throw new RangeError(`${maxPurifications} passes cannot purify; give a whole number from 1`);
  }
  if (!(Number.isInteger(least) && least >= 2)) {
    throw new RangeError(`a level with ${least} candidates has no variance; give a whole number from 2`);
  }
  const known = new Set(data.items);
  const unknown = (matchingItems ?? []).filter((id) => !known.has(id));
  if (unknown.length > 0) throw new RangeError(`no such items to match by: ${unknown.join(', ')}`);
  if (matching !== undefined && options.purify === true) {
    throw new RangeError('a matching score that is given cannot be purified; leave out one of the two');
  }
  if (matching !== undefined && method === 'sibtest') {
    throw new RangeError('sibtest needs the responses that make up the matching score; name matchingItems instead');
  }
  if (matching === undefined && (matchingItems ?? data.items).length < 2) {
    throw new RangeError('with fewer than two items nobody can be matched; give more items or a matching score');
  }
}

function withAdjusted(tests: readonly DifTest[], level: number): DifItem[] {
  const ps = tests.map(({ p }) => p);
  const [byHolm, byShare] = [adjustKnownP(ps, 'holm'), adjustKnownP(ps, 'bh')];
  return tests.map((test, at) => ({
    ...test,
    pHolm: byHolm[at] ?? null,
    pBenjaminiHochberg: byShare[at] ?? null,
    flagged: test.p !== null && test.p < level,
  }));
}

function noticesOf(
  data: ResponseMatrix,
  groups: GroupSplit,
  candidates: readonly boolean[],
  options: DifOptions,
): string[] {
  const notices: string[] = [];
  const left = data.persons.length - groups.reference.length - groups.focal.length;
  if (left > 0)
    notices.push(
      `${counted(left, 'candidate belongs', 'candidates belong')} to neither group and ${left === 1 ? 'is' : 'are'} left out.`,
    );
  if (groups.referenceName.includes(' + '))
    notices.push(`The reference group is everybody of ${groups.referenceName}.`);
  const { unmatched } = matcher(data, groups, candidates, options);
  if (unmatched > 0) {
    notices.push(
      `${counted(unmatched, 'candidate has', 'candidates have')} no matching score (items of it were not presented, or none is given) and ${unmatched === 1 ? 'is' : 'are'} left out.`,
    );
  }
  return notices;
}
