import type { ContentNode, MediaObject } from './content.ts';
import type { Area } from './declarations.ts';
import type { BaseType, Cardinality } from './value.ts';

/**
 * What every interaction has. It knows nothing of keys.
 *
 * - `cardinality`, `baseType`: those of the response variable that it is bound to.
 * - `classes`: QTI's shared vocabulary (`qti-labels-none`, `qti-choices-stacking-2`, `qti-orientation-horizontal`, …) and the author's own.
 * - `data`: `data-…` attributes without the prefix, such as `min-selections-message`.
 * - `attributes`: `dir`, `role`, `title` and `aria-…`, when it has any.
 */
export interface InteractionBase {
  readonly type: 'interaction';
  readonly responseIdentifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
  readonly id: string | null;
  readonly label: string | null;
  readonly language: string | null;
  readonly classes: readonly string[];
  readonly data: Readonly<Record<string, string>>;
  readonly catalogIdref: string | null;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Interactions that stand among the blocks have a prompt; it may be empty. */
export interface BlockInteraction extends InteractionBase {
  readonly prompt: readonly ContentNode[];
}

/** `max`: 0 is no limit. Fewer than `min` make a response incomplete, not invalid. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What may be shown or hidden by a template variable (attributes template-identifier and show-hide). */
export interface Conditional {
  readonly templateVariable: string | null;
  readonly showHide: 'show' | 'hide';
}

/** One alternative (elements qti-simple-choice, qti-inline-choice). `fixed`: it keeps its place when shuffled. */
export interface Choice extends Conditional {
  readonly identifier: string;
  readonly fixed: boolean;
  readonly id: string | null;
  readonly catalogIdref: string | null;
  readonly content: readonly ContentNode[];
}

/** A choice that may be paired (element qti-simple-associable-choice); an empty `matchGroup` pairs with all. */
export interface AssociableChoice extends Choice {
  readonly matchMin: number;
  /** 0 is no limit. */
  readonly matchMax: number;
  readonly matchGroup: readonly string[];
}

/** A choice that fills gaps: a text (qti-gap-text: `content`) or an image (qti-gap-img: `image`). */
export interface GapChoice extends AssociableChoice {
  readonly kind: 'text' | 'image';
  readonly image: MediaObject | null;
  /** Of an image: words for who does not see it. */
  readonly objectLabel: string | null;
  readonly top: number | null;
  readonly left: number | null;
}

/** An area of an image that can be chosen or paired (elements qti-hotspot-choice, qti-associable-hotspot). */
export interface Hotspot extends Conditional {
  readonly identifier: string;
  readonly area: Area;
  /** Words for who does not see it (attribute hotspot-label). */
  readonly label: string | null;
  readonly matchMin: number;
  readonly matchMax: number;
  readonly matchGroup: readonly string[];
}
