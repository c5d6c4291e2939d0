/** Models of items with two categories; D = 1 throughout (the logistic metric). */
export const DICHOTOMOUS_MODELS = ['rasch', '1pl', '2pl', '3pl', '4pl'] as const;
/** Models of items whose categories are reached step by step; their slopes rise evenly. */
export const STEP_MODELS = ['pcm', 'gpcm', 'rsm'] as const;

/** A model of items scored 0 and 1. */
export type DichotomousModel = (typeof DICHOTOMOUS_MODELS)[number];
/** A model of the steps between neighboring categories. */
export type StepModel = (typeof STEP_MODELS)[number];
/** The name of a model of an item. */
export type ItemModel = DichotomousModel | StepModel | 'grm' | 'nrm';

/** All models of items. */
export const ITEM_MODELS: readonly ItemModel[] = [...DICHOTOMOUS_MODELS, ...STEP_MODELS, 'grm', 'nrm'];

/**
 * P(1 | θ) = g + (u − g) / (1 + exp(−(aθ + d))), with discrimination a, intercept d, guessing g and upper asymptote u.
 * The difficulty is b = −d / a.
 *
 * @see Lord (1980); Barton & Lord (1981) for the upper asymptote.
 */
export interface DichotomousItem {
  readonly id: string;
  readonly model: DichotomousModel;
  readonly discrimination: number;
  readonly intercept: number;
  readonly guessing: number;
  readonly upper: number;
}

/**
 * P(X = k | θ) ∝ exp(kaθ + d_k), d_0 = 0. The intercepts are d_1 … d_m; the step difficulties are b_k = −(d_k − d_(k−1)) / a.
 *
 * @see Masters (1982), Muraki (1992), Andrich (1978).
 */
export interface StepItem {
  readonly id: string;
  readonly model: StepModel;
  readonly discrimination: number;
  /** d_1 … d_m, one fewer than there are categories. */
  readonly intercepts: readonly number[];
}

/**
 * P(X ≥ k | θ) = 1 / (1 + exp(−(aθ + d_k))), with falling intercepts d_1 > … > d_m; the thresholds are b_k = −d_k / a.
 *
 * @see Samejima (1969).
 */
export interface GradedItem {
  readonly id: string;
  readonly model: 'grm';
  readonly discrimination: number;
  /** d_1 … d_m, falling, one fewer than there are categories. */
  readonly intercepts: readonly number[];
}

/**
 * P(X = k | θ) ∝ exp(s_kθ + c_k). Only differences between categories matter; estimates are given with s_0 = c_0 = 0.
 *
 * @see Bock (1972).
 */
export interface NominalItem {
  readonly id: string;
  readonly model: 'nrm';
  /** s_0 … s_m, one per category. */
  readonly slopes: readonly number[];
  /** c_0 … c_m, one per category. */
  readonly intercepts: readonly number[];
}

/** An item with the parameters of its model. */
export type Item = DichotomousItem | StepItem | GradedItem | NominalItem;

/** Whether the item is scored 0 and 1 by a logistic model. */
export const isDichotomous = (item: Item): item is DichotomousItem => 'guessing' in item;
/** Whether the item follows a partial credit or rating scale model. */
export const isStep = (item: Item): item is StepItem =>
  item.model === 'pcm' || item.model === 'gpcm' || item.model === 'rsm';

/** How many categories the item has, 0 included. */
export function categoryCount(item: Item): number {
  if (isDichotomous(item)) return 2;
  return item.model === 'nrm' ? item.intercepts.length : item.intercepts.length + 1;
}

/** A dichotomous item from its difficulty b = −d / a. */
export function dichotomousItem(given: {
  readonly id: string;
  readonly model?: DichotomousModel;
  readonly discrimination?: number;
  readonly difficulty: number;
  readonly guessing?: number;
  readonly upper?: number;
}): DichotomousItem {
  const { id, discrimination = 1, difficulty, guessing = 0, upper = 1 } = given;
  const model = given.model ?? (upper < 1 ? '4pl' : guessing > 0 ? '3pl' : '2pl');
  return { id, model, discrimination, intercept: -discrimination * difficulty, guessing, upper };
}

/** b = −d / a; null where the item does not discriminate, for it then has none. */
export function difficultyOf({ discrimination, intercept }: DichotomousItem): number | null {
  return discrimination === 0 ? null : -intercept / discrimination;
}

/**
 * The points on the scale between the categories: of a graded item where P(X ≥ k) = 1/2, of a step item where the
 * categories k − 1 and k are equally probable. Null where the item does not discriminate.
 */
export function thresholdsOf({ discrimination, intercepts, model }: GradedItem | StepItem): readonly number[] | null {
  if (discrimination === 0) return null;
  return intercepts.map((intercept, step) => {
    const before = model === 'grm' ? 0 : (intercepts[step - 1] ?? 0);
    return -(intercept - before) / discrimination;
  });
}

/** A graded or step item from its thresholds. */
export function itemFromThresholds(given: {
  readonly id: string;
  readonly model: 'grm' | StepModel;
  readonly discrimination?: number;
  readonly thresholds: readonly number[];
}): GradedItem | StepItem {
  const { id, model, discrimination = 1, thresholds } = given;
  let sum = 0;
  const intercepts = thresholds.map((threshold) => {
    sum = model === 'grm' ? -discrimination * threshold : sum - discrimination * threshold;
    return sum;
  });
  return model === 'grm' ? { id, model, discrimination, intercepts } : { id, model, discrimination, intercepts };
}
