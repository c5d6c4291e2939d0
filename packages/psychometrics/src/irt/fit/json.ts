import type { SampleJudgment } from '../../guard/judge-sample.ts';
import type { PersonFit } from '../person-fit/person-fit.ts';
import type { ItemPair } from './local-dependence.ts';
import type { ModelFitM2 } from './m2/m2.ts';
import type { ModelFit } from './model-fit.ts';
import type { Q3 } from './q3.ts';
import type { ItemFit } from './s-x2.ts';

/** The fit of one item. */
export interface FitJsonItem {
  readonly id: string;
  readonly sx2: Pick<ItemFit, 'statistic' | 'df' | 'p' | 'rmsea' | 'reason'>;
  readonly infit: number | null;
  readonly outfit: number | null;
  readonly infitZ: number | null;
  readonly outfitZ: number | null;
}

/** The fit of a model as one JSON object. */
export interface FitJson {
  readonly n: number;
  readonly m2: Omit<ModelFitM2, 'sample'>;
  /** Which estimates of ability the mean squares and Q3 are taken at. */
  readonly abilities: ModelFit['abilities'];
  readonly items: readonly FitJsonItem[];
  readonly persons: readonly Omit<PersonFit, 'groupBased'>[];
  /** Full, symmetric, in the order of the items. */
  readonly q3: Q3['matrix'];
  readonly q3Mean: number | null;
  readonly q3Flagged: Q3['flagged'];
  /** Pairs that the model leaves dependent. */
  readonly localDependence: readonly ItemPair[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** The fit of a model as JSON; of the pairs only those with a flag. */
export function fitJson(fit: ModelFit): FitJson {
  const { sample: _, ...whole } = fit.m2;
  return {
    n: fit.n,
    m2: whole,
    abilities: fit.abilities,
    items: fit.items.map(({ id, statistic, df, p, rmsea, reason }, item) => ({
      id,
      sx2: { statistic, df, p, rmsea, reason },
      infit: fit.meanSquares[item]?.infit ?? null,
      outfit: fit.meanSquares[item]?.outfit ?? null,
      infitZ: fit.meanSquares[item]?.infitZ ?? null,
      outfitZ: fit.meanSquares[item]?.outfitZ ?? null,
    })),
    persons: fit.persons.persons.map(({ groupBased: __, ...person }) => person),
    q3: fit.q3.matrix,
    q3Mean: fit.q3.mean,
    q3Flagged: fit.q3.flagged,
    localDependence: fit.pairs.filter(({ flag }) => flag !== 'none'),
    sample: fit.sample,
    notices: fit.notices,
  };
}
