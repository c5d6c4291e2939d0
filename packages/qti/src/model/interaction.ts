import type { ContentNode, MediaObject } from './content.ts';
import type {
  AssociableChoice,
  BlockInteraction,
  Bounds,
  Choice,
  GapChoice,
  Hotspot,
  InteractionBase,
} from './interaction-parts.ts';

export type * from './interaction-parts.ts';

export interface ChoiceInteraction extends BlockInteraction {
  readonly interaction: 'choice';
  readonly shuffle: boolean;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly orientation: 'vertical' | 'horizontal';
  readonly choices: readonly Choice[];
}

/** Answered by an ordered container of identifiers. With `choices` bounds given, some may be left out. */
export interface OrderInteraction extends BlockInteraction {
  readonly interaction: 'order';
  readonly shuffle: boolean;
  /** null: all choices are to be ordered. */
  readonly minChoices: number | null;
  readonly maxChoices: number | null;
  readonly orientation: 'vertical' | 'horizontal';
  readonly choices: readonly Choice[];
}

export interface AssociateInteraction extends BlockInteraction {
  readonly interaction: 'associate';
  readonly shuffle: boolean;
  readonly associations: Bounds;
  readonly choices: readonly AssociableChoice[];
}

/** Pairs of a choice of the first set and one of the second. Class `qti-match-tabular`: shown as a table. */
export interface MatchInteraction extends BlockInteraction {
  readonly interaction: 'match';
  readonly shuffle: boolean;
  readonly associations: Bounds;
  readonly sets: readonly [readonly AssociableChoice[], readonly AssociableChoice[]];
}

/** Answered by directed pairs "CHOICE GAP". `content` holds the gaps. */
export interface GapMatchInteraction extends BlockInteraction {
  readonly interaction: 'gap-match';
  readonly shuffle: boolean;
  readonly associations: Bounds;
  readonly choices: readonly GapChoice[];
  readonly content: readonly ContentNode[];
}

/** In a line of text. `required`: an answer is needed to be complete. */
export interface InlineChoiceInteraction extends InteractionBase {
  readonly interaction: 'inline-choice';
  readonly shuffle: boolean;
  readonly required: boolean;
  /** The empty option's words (element qti-label, or data-prompt). */
  readonly placeholder: string | null;
  readonly choices: readonly Choice[];
}

interface TextEntry {
  /** For integers read from text, 2 to 36. */
  readonly base: number;
  /** Another response variable that gets the text as it was typed. */
  readonly stringIdentifier: string | null;
  readonly expectedLength: number | null;
  /** A regular expression of XML Schema that a whole valid answer matches. */
  readonly patternMask: string | null;
  readonly placeholder: string | null;
}

/** In a line of text. */
export interface TextEntryInteraction extends InteractionBase, TextEntry {
  readonly interaction: 'text-entry';
  readonly format: string | null;
}

/** A long text. `strings`: with a container, how many lines or texts are asked for. */
export interface ExtendedTextInteraction extends BlockInteraction, TextEntry {
  readonly interaction: 'extended-text';
  readonly strings: { readonly min: number; readonly max: number | null };
  readonly expectedLines: number | null;
  readonly format: 'plain' | 'preformatted' | 'xhtml';
}

/** `content` holds the hottexts. */
export interface HottextInteraction extends BlockInteraction {
  readonly interaction: 'hottext';
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly content: readonly ContentNode[];
}

interface GraphicInteraction extends BlockInteraction {
  readonly image: MediaObject;
}

export interface HotspotInteraction extends GraphicInteraction {
  readonly interaction: 'hotspot';
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly hotspots: readonly Hotspot[];
}

export interface GraphicOrderInteraction extends GraphicInteraction {
  readonly interaction: 'graphic-order';
  readonly minChoices: number | null;
  readonly maxChoices: number | null;
  readonly hotspots: readonly Hotspot[];
}

export interface GraphicAssociateInteraction extends GraphicInteraction {
  readonly interaction: 'graphic-associate';
  readonly associations: Bounds;
  readonly hotspots: readonly Hotspot[];
}

/** Answered by directed pairs "CHOICE HOTSPOT". */
export interface GraphicGapMatchInteraction extends GraphicInteraction {
  readonly interaction: 'graphic-gap-match';
  readonly associations: Bounds;
  readonly choices: readonly GapChoice[];
  readonly hotspots: readonly Hotspot[];
}

/** Answered by points of the image. */
export interface SelectPointInteraction extends GraphicInteraction {
  readonly interaction: 'select-point';
  readonly minChoices: number;
  readonly maxChoices: number;
}

/** An image to be placed on a stage: `image` is what is placed, `stage` what it is placed on; several may share one stage. */
export interface PositionObjectInteraction extends GraphicInteraction {
  readonly interaction: 'position-object';
  readonly stage: MediaObject;
  readonly minChoices: number;
  readonly maxChoices: number;
  /** Where the middle of the object is, from its left and top; null: its own middle. */
  readonly centerPoint: readonly [number, number] | null;
}

/** `step`: 0 is none, every number between the bounds will do. */
export interface SliderInteraction extends BlockInteraction {
  readonly interaction: 'slider';
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly step: number;
  readonly stepLabel: boolean;
  readonly orientation: 'vertical' | 'horizontal';
  readonly reverse: boolean;
}

/** Answered by how often it was played. */
export interface MediaInteraction extends BlockInteraction {
  readonly interaction: 'media';
  readonly autostart: boolean;
  readonly minPlays: number;
  /** 0 is no limit. */
  readonly maxPlays: number;
  readonly loop: boolean;
  readonly coords: readonly number[];
  readonly media: MediaObject;
}

export interface UploadInteraction extends BlockInteraction {
  readonly interaction: 'upload';
  /** Media types that are wanted; empty for all. */
  readonly types: readonly string[];
}

/** A picture that the candidate draws on `image`; answered by a file. */
export interface DrawingInteraction extends GraphicInteraction {
  readonly interaction: 'drawing';
}

/** A button that ends the attempt (`title`: its words); sets its boolean response to true. */
export interface EndAttemptInteraction extends InteractionBase {
  readonly interaction: 'end-attempt';
  readonly title: string;
  /** Whether it asks for a hint, so that no answer needs to be complete. */
  readonly countAttempt: boolean;
}

/**
 * A portable custom interaction (element qti-portable-custom-interaction). Its scripts run in a sandbox of their own origin or
 * not at all. `markup` is its qti-interaction-markup.
 */
export interface PortableCustomInteraction extends BlockInteraction {
  readonly interaction: 'portable-custom';
  readonly customInteractionTypeIdentifier: string;
  /** The module's name, and where modules are: id → paths of the package, the first that loads. */
  readonly module: string | null;
  readonly modules: readonly {
    readonly id: string;
    readonly primaryPath: string | null;
    readonly fallbackPath: string | null;
  }[];
  readonly moduleConfiguration: string | null;
  readonly markup: readonly ContentNode[];
  readonly templateVariables: readonly string[];
  readonly contextVariables: readonly string[];
  readonly stylesheets: readonly string[];
}

/** A custom interaction without a standard (element qti-custom-interaction): kept, shown by its words alone. */
export interface CustomInteraction extends BlockInteraction {
  readonly interaction: 'custom';
  readonly content: readonly ContentNode[];
}

/** Interactions, told apart by `interaction`. */
export type InteractionNode =
  | ChoiceInteraction
  | OrderInteraction
  | AssociateInteraction
  | MatchInteraction
  | GapMatchInteraction
  | InlineChoiceInteraction
  | TextEntryInteraction
  | ExtendedTextInteraction
  | HottextInteraction
  | HotspotInteraction
  | GraphicOrderInteraction
  | GraphicAssociateInteraction
  | GraphicGapMatchInteraction
  | SelectPointInteraction
  | PositionObjectInteraction
  | SliderInteraction
  | MediaInteraction
  | UploadInteraction
  | DrawingInteraction
  | EndAttemptInteraction
  | PortableCustomInteraction
  | CustomInteraction;

export type InteractionKind = InteractionNode['interaction'];
