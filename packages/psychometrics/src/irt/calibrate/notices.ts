import { listed } from '../../data/listed.ts';
import { isDichotomous } from '../items/item.ts';
import { itemInformation } from '../items/response-function.ts';
import type { Refined } from './information/refine.ts';
import { FARTHEST, LEAST_SD } from './maximization/maximize.ts';
import { localOf, sdOf } from './model/parameters.ts';
import type { CalibratedItem } from './result.ts';

/** A difficulty further out says that the data hardly bound it. */
const FAR = 6;
/** A discrimination above this is a step, not a slope. */
const STEEP = 6;
/** A standard error above this, on the scale of θ, is no estimate. */
const VAGUE = 2;

/** What one must know of the items, each notice naming them. */
export function itemNotices(items: readonly CalibratedItem[]): string[] {
  const free = items.filter(({ anchored }) => !anchored);
  const which = (test: (item: CalibratedItem) => boolean): string[] => free.filter(test).map(({ item }) => item.id);
  const points = ({ difficulty, thresholds }: CalibratedItem): readonly number[] =>
    difficulty === null ? (thresholds ?? []) : [difficulty];
  const kinds: [readonly string[], string][] = [
    [
      which(({ item }) => 'discrimination' in item && item.discrimination < 0),
      'negative discrimination; look for a wrong key or a reversed scale',
    ],
    [
      which(({ item }) => 'discrimination' in item && Math.abs(item.discrimination) > STEEP),
      'a discrimination above 6; the item may be dependent on others, or the sample too small',
    ],
    [
      which((item) => points(item).some((point) => Math.abs(point) > FAR)),
      'a difficulty or threshold beyond ±6; the data hardly bound it',
    ],
    [
      which(
        ({ item }) =>
          isDichotomous(item) &&
          item.model !== '2pl' &&
          item.model.endsWith('pl') &&
          item.guessing > 0 &&
          item.guessing < 1e-4,
      ),
      'guessing at its bound of 0',
    ],
    [
      which(({ item }) => isDichotomous(item) && item.guessing > 0.5),
      'guessing above 0.5; such an item tells little of those who do not know',
    ],
    [
      which(({ se }) =>
        ['difficulty', ...Object.keys(se).filter((name) => name.startsWith('threshold'))].some(
          (name) => (se[name] ?? 0) > VAGUE,
        ),
      ),
      'a standard error of difficulty above 2; too little is known of it',
    ],
  ];
  return kinds.filter(([ids]) => ids.length > 0).map(([ids, says]) => `${says}: ${listed(ids)}`);
}

/** What one must know of the estimation itself. */
export function estimationNotices(refined: Refined, maxIterations: number): string[] {
  const { converged, iterations, expector, undetermined, saddle, unbounded, at, inCategory } = refined;
  const { model, grid } = expector;
  const notices: string[] = [];
  if (unbounded.length > 0) {
    const ids = unbounded.map((i) => model.families[i]?.id ?? '');
    notices.push(
      `not converged: the likelihood has no maximum, it rises as long as a slope or intercept of ${listed(ids)} grows; the bound is ${FARTHEST}. Leave out items that follow from others, or use priors or a simpler model`,
    );
  } else if (saddle) {
    notices.push(
      'not converged: the estimates are a saddle point, the likelihood is higher elsewhere; check the keys, use priors or a simpler model',
    );
  } else if (!converged) {
    notices.push(
      iterations >= maxIterations
        ? `not converged: stopped at the bound of ${maxIterations} iterations; allow more, or use a simpler model or priors`
        : 'not converged: no step raised the likelihood any more before the parameters came to rest; use priors or a simpler model',
    );
  }
  if (undetermined.length > 0) {
    const names = new Set(undetermined.map((index) => ownerOf(refined, index)));
    notices.push(
      `no standard errors: the data do not determine all parameters, among them those of ${listed([...names])}; use a simpler model, priors, or more candidates`,
    );
  }
  const alike = model.groups.filter((group) => group.logSd >= 0 && sdOf(group, at.x) < 1.2 * LEAST_SD);
  if (alike.length > 0) {
    notices.push(
      `the variance of group ${listed(alike.map(({ id }) => id))} is at its bound of 0: candidates differ no more than by chance`,
    );
  }
  const n = model.groups.reduce((sum, group) => sum + group.n, 0);
  // Of what a candidate answers on the average, where candidates answer different items.
  const information = model.families.reduce((sum, family, i) => {
    const answered = inCategory
      .subarray(model.firstState[i] ?? 0, model.firstState[i + 1] ?? 0)
      .reduce((a, b) => a + b, 0);
    return sum + (answered / n) * itemInformation(family.item(localOf(model, i, at.x)), 0);
  }, 0);
  const spread = 1 / Math.sqrt(1 + information);
  if (spread < 0.6 * grid.step) {
    notices.push(
      `candidates are measured to ±${spread.toFixed(2)}, the nodes lie ${grid.step.toFixed(2)} apart: use precise, or more nodes`,
    );
  }
  return notices;
}

function ownerOf({ expector: { model } }: Refined, index: number): string {
  const item = model.indexes.findIndex((indexes) => indexes.includes(index));
  if (item >= 0) return model.families[item]?.id ?? '';
  const group = model.groups.find(({ mean, logSd }) => mean === index || logSd === index);
  return `group ${group?.id ?? ''}`;
}
