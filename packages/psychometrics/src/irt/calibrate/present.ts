import {
  count,
  counted,
  figureSection,
  fixed,
  left,
  type Presentation,
  type PresentedTable,
  right,
  sampleNotices,
  section,
  textNotices,
} from '../../presentation/index.ts';
import { type ItemModel, isDichotomous } from '../items/item.ts';
import { calibrationFigures } from './figures.ts';
import type { CalibratedItem, Calibration } from './result.ts';

const NAMES: Readonly<Record<ItemModel, string>> = {
  rasch: 'Rasch model',
  '1pl': 'One-parameter logistic model',
  '2pl': 'Two-parameter logistic model',
  '3pl': 'Three-parameter logistic model',
  '4pl': 'Four-parameter logistic model',
  pcm: 'Partial credit model',
  gpcm: 'Generalized partial credit model',
  rsm: 'Rating scale model',
  grm: 'Graded response model',
  nrm: 'Nominal response model',
};

const SE_NAMES = { crossprod: 'cross-product', oakes: 'Oakes', louis: 'Louis', none: 'none' } as const;

/** A calibration as people read it. */
export function presentCalibration(calibration: Calibration): Presentation {
  const { model, estimator, n, items, sample, latent, logLikelihood, logPrior, converged, iterations } = calibration;
  const method = estimator === 'cml' ? 'conditional maximum likelihood' : 'marginal maximum likelihood';
  return {
    title: 'Item calibration',
    subtitle: `${NAMES[model]}, ${method}; ${counted(n, 'candidate')}, ${counted(items.length, 'item')}`,
    facts: [
      {
        label: 'Log-likelihood',
        value: fixed(logLikelihood, 4),
        note: estimator === 'cml' ? 'conditional' : 'marginal',
      },
      ...(logPrior === 0
        ? []
        : [{ label: 'Log prior', value: fixed(logPrior, 4), note: 'the estimates maximize the sum' }]),
      { label: 'AIC', value: fixed(calibration.aic, 2), note: counted(calibration.parameters, 'parameter') },
      { label: 'BIC', value: fixed(calibration.bic, 2), note: '' },
      { label: 'Converged', value: converged ? 'yes' : 'no', note: counted(iterations, 'iteration') },
      {
        label: 'Latent distribution',
        value: `N(${fixed(latent.mean)}, ${fixed(latent.variance)})`,
        note: 'mean and variance',
      },
    ],
    notices: [...sampleNotices(sample), ...textNotices(calibration.notices)],
    sections: [
      figureSection('The test as a whole', calibrationFigures(calibration)),
      {
        heading: 'Items',
        paragraphs: [
          'P rises with discrimination × θ + intercept. Difficulties and thresholds are points on the scale of θ.',
          ...(calibration.seMethod === 'none'
            ? []
            : [
                `SE: standard errors (${estimator === 'cml' ? 'observed information' : SE_NAMES[calibration.seMethod]}).`,
              ]),
        ],
        figures: [],
        tables: [itemTable(model, items)],
      },
      ...(calibration.groups.length < 2 ? [] : [section('Groups', [groupTable(calibration)])]),
    ],
  };
}

function itemTable(model: ItemModel, items: readonly CalibratedItem[]): PresentedTable {
  if (items.every(({ item }) => isDichotomous(item))) return dichotomousTable(model, items);
  const most = Math.max(...items.map(({ item }) => (isDichotomous(item) ? 1 : item.intercepts.length)));
  const steps = Array.from({ length: most }, (_, k) => k);
  const nominal = model === 'nrm';
  return {
    caption: '',
    columns: [
      left('Item'),
      right('n'),
      ...(nominal
        ? steps.flatMap((k) => [right(`Slope ${k}`), right(`Intercept ${k}`)])
        : [right('Discrimination'), right('SE'), ...steps.flatMap((k) => [right(`Threshold ${k + 1}`), right('SE')])]),
    ],
    rows: items.map(({ item, se, thresholds, difficulty, n }) => [
      item.id,
      count(n),
      ...(item.model === 'nrm'
        ? steps.flatMap((k) => [fixed(item.slopes[k] ?? null, 3), fixed(item.intercepts[k] ?? null, 3)])
        : [
            fixed(item.discrimination, 3),
            fixed(se.discrimination ?? null, 3),
            ...steps.flatMap((k) => [
              fixed(thresholds?.[k] ?? (k === 0 ? difficulty : null), 3),
              fixed(se[`threshold${k + 1}`] ?? (k === 0 ? (se.difficulty ?? null) : null), 3),
            ]),
          ]),
    ]),
  };
}

function dichotomousTable(model: ItemModel, items: readonly CalibratedItem[]): PresentedTable {
  const guessing = model === '3pl' || model === '4pl';
  const upper = model === '4pl';
  return {
    caption: '',
    columns: [
      left('Item'),
      right('n'),
      right('Discrimination'),
      right('SE'),
      right('Difficulty'),
      right('SE'),
      ...(guessing ? [right('Guessing'), right('SE')] : []),
      ...(upper ? [right('Upper'), right('SE')] : []),
    ],
    rows: items.flatMap(({ item, se, difficulty, n }) => {
      if (!isDichotomous(item)) return [];
      const of = (name: string, value: number | null): string[] => [fixed(value, 3), fixed(se[name] ?? null, 3)];
      return [
        [
          item.id,
          count(n),
          ...of('discrimination', item.discrimination),
          ...of('difficulty', difficulty),
          ...(guessing ? of('guessing', item.guessing) : []),
          ...(upper ? of('upper', item.upper) : []),
        ],
      ];
    }),
  };
}

function groupTable({ groups }: Calibration): PresentedTable {
  return {
    caption: '',
    columns: [left('Group'), right('n'), right('Mean'), right('SE'), right('Variance'), right('SE')],
    rows: groups.map(({ id, n, mean, variance, se }) => [
      id,
      count(n),
      fixed(mean, 3),
      fixed(se.mean, 3),
      fixed(variance, 3),
      fixed(se.variance, 3),
    ]),
  };
}
