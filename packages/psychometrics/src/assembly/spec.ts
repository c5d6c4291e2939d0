import type { Item } from '../irt/items/item.ts';

/** What an item is described by besides its statistics: content area, cognitive level, words, seconds. */
export type AttributeValue = string | number | boolean | null;

/** An item of the pool. */
export interface PoolItem {
  readonly id: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  /** Its calibrated parameters; information is computed from them. */
  readonly parameters?: Item;
  /** Information at values of θ, where it is given instead of parameters. */
  readonly information?: readonly { readonly theta: number; readonly value: number }[];
  /** Ids of items that must not stand on one form with it. */
  readonly enemies?: readonly string[];
  /** The stimulus (passage, case, figure) that it belongs to. */
  readonly stimulus?: string;
  /** On how many forms it has been used so far; 0 when left out. */
  readonly exposure?: number;
}

/** An inclusive range; a bound that is left out does not bind. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Which items are meant. Each entry tests the attribute of that name (`id`, `stimulus` and `exposure` are attributes
 * too): equal to a value, among several, in a range. All entries must hold. The keys `any` and `all` take a list of
 * conditions, `not` takes one.
 */
export interface Condition {
  readonly [key: string]: AttributeValue | readonly AttributeValue[] | Range | Condition | readonly Condition[];
}

/**
 * A number that a form has: how many items, the sum of a numeric attribute over them, their information at θ, how many
 * stimuli.
 */
export type Quantity =
  | { readonly count: 'items' | 'stimuli' }
  | { readonly sum: string }
  | { readonly information: number };

/** Holds a quantity of every form within a range. */
export interface ContentConstraint {
  /** Unique; the name under which reports speak of it. */
  readonly name: string;
  /** The items that count; all when left out. */
  readonly where?: Condition;
  /** Items are counted when it is left out. */
  readonly quantity?: Quantity;
  /** `item`: min and max are per item of the form: proportions of a count, means of a sum. `form` when left out. */
  readonly per?: 'form' | 'item';
  readonly min?: number;
  readonly max?: number;
  /** Names of the forms that it holds for; all when left out. */
  readonly forms?: readonly string[];
}

/** A quantity in an objective, with its weight (1 when left out). */
export type Aim = Quantity & { readonly weight?: number; readonly where?: Condition };

/**
 * What the best forms are. `maximize`, `minimize`: Σ weight · quantity over all forms. `maximin`: the smallest
 * quantity / weight over all forms and aims becomes largest; the weights give the shape of the information function.
 * `target`: the largest weight · |quantity − target| over all forms and aims becomes smallest. `feasible`: any.
 *
 * @see van der Linden (2005), Linear Models for Optimal Test Design, chapters 4 and 5.
 */
export type Objective =
  | { readonly goal: 'maximize' | 'minimize' | 'maximin'; readonly aims: readonly Aim[] }
  | { readonly goal: 'target'; readonly aims: readonly (Aim & { readonly target: number })[] }
  | { readonly goal: 'feasible' };

/** A form to assemble, where forms differ. */
export interface FormSpec {
  readonly name: string;
  /** Instead of the length that holds for all forms. */
  readonly length?: number | Range;
  /** Ids of items that must stand on it. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[] | Condition;
}

/** A stimulus with its items. When it is on a form, so are `min` to `max` of its items. */
export interface StimulusSpec {
  readonly id: string;
  /** 1 when left out; `all` for every item that it has. */
  readonly min?: number | 'all';
  readonly max?: number;
  /** Attributes of the stimulus itself, its words or minutes, join the sums of its forms under these names. */
  readonly attributes?: Readonly<Record<string, number>>;
}

/** What `assemble` is asked for: SPEC.json. */
export interface AssemblySpec {
  readonly items: readonly PoolItem[];
  /** How many forms, named 1, 2, …; or the forms one by one. 1 when left out. */
  readonly forms?: number | readonly FormSpec[];
  /** Items on a form. */
  readonly length?: number | Range;
  readonly constraints?: readonly ContentConstraint[];
  readonly objective: Objective;
  /** Groups of items of which at most one may stand on a form. */
  readonly enemies?: readonly (readonly string[])[];
  /** Groups of items that stand on a form all together or not at all. */
  readonly together?: readonly (readonly string[])[];
  readonly stimuli?: readonly StimulusSpec[];
  /** Ids of items that must stand on every form: anchors. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[] | Condition;
  /** How many items any two forms share, anchors included. */
  readonly overlap?: Range;
  /** On how many of the forms an item may stand; `lifetime` counts its exposure so far, too. */
  readonly use?: { readonly max?: number; readonly lifetime?: number };
  /** Seconds for the solver; 60 when left out. */
  readonly timeLimit?: number;
  /** A solution within this share of the best bound counts as optimal; 0.0001 when left out. */
  readonly gap?: number;
  /**
   * And so does one within this distance, in the unit of the objective. When left out, 0; for the goal `target` a
   * thousandth of the largest weighted target, for a largest deviation near 0 has no relative gap to speak of.
   */
  readonly absoluteGap?: number;
}

/** One constraint on one form, as it came out. */
export interface Compliance {
  /** The name of the form; null for what holds across forms. */
  readonly form: string | null;
  readonly constraint: string;
  /** Null where nothing binds on that side. */
  readonly wanted: { readonly min: number | null; readonly max: number | null };
  readonly got: number;
  readonly met: boolean;
}

/** What `assemble` answers. */
export type Assembly =
  | {
      readonly status: 'optimal' | 'feasible';
      readonly objective: number;
      /**
       * Distance of the objective from the best bound, relative to the objective (for the goal `target`, to the largest
       * weighted target, if that is larger). 1 when the time ended before there was a bound.
       */
      readonly gap: number;
      /** Names of the forms, in their order. */
      readonly names: readonly string[];
      /** Ids of the items of each form, in the order of the pool. */
      readonly forms: readonly (readonly string[])[];
      readonly compliance: readonly Compliance[];
      readonly information: readonly FormInformation[];
      /** Items of the pool. */
      readonly n: number;
      readonly notices: readonly string[];
    }
  | {
      readonly status: 'infeasible';
      /** Names of constraints that cannot hold together; without any one of them they can, if `minimal`. */
      readonly conflict: readonly string[];
      /** False when the time ended before the set was made as small as can be. */
      readonly minimal: boolean;
      readonly n: number;
      readonly notices: readonly string[];
    }
  | { readonly status: 'stopped'; readonly n: number; readonly notices: readonly string[] };

/** Information of a form at the values of θ that its objective speaks of. */
export interface FormInformation {
  readonly form: string;
  readonly theta: number;
  readonly information: number;
  /** 1 / √information; null where there is none. */
  readonly se: number | null;
}
