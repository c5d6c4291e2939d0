/** A run of characters, to be shown as text (never parsed as HTML). */
export interface TextNode {
  readonly type: 'text';
  readonly text: string;
}

/**
 * An HTML element of QTI's HTML5 subset. `name` and every attribute come from the package's allow list: no scripts, no
 * event handlers, no style, URLs only of safe schemes. `attributes` carries HTML names (`lang`, `colspan`, …).
 */
export interface ElementNode {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ContentNode[];
}

/** One alternative (element qti-simple-choice). `fixed`: it keeps its place when the choices are shuffled. */
export interface Choice {
  readonly identifier: string;
  readonly fixed: boolean;
  readonly content: readonly ContentNode[];
}

/**
 * A choice interaction (element qti-choice-interaction). It knows nothing of keys.
 *
 * - `cardinality` is that of the response it is bound to: `single` answers with one identifier, `multiple` with a list.
 * - `maxChoices`: 0 means no limit. `minChoices`: fewer make the response incomplete, not invalid.
 * - `classes`: QTI shared-vocabulary classes (`qti-labels-none`, `qti-choices-stacking-2`, …), hints for presentation.
 * - `minSelectionsMessage`, `maxSelectionsMessage`: the author's own messages, null for the system's.
 */
export interface ChoiceInteraction {
  readonly type: 'interaction';
  readonly interaction: 'choice';
  readonly responseIdentifier: string;
  readonly cardinality: 'single' | 'multiple';
  readonly shuffle: boolean;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly orientation: 'vertical' | 'horizontal';
  readonly classes: readonly string[];
  readonly minSelectionsMessage: string | null;
  readonly maxSelectionsMessage: string | null;
  readonly prompt: readonly ContentNode[];
  readonly choices: readonly Choice[];
}

/** Interactions, told apart by `interaction`. */
export type InteractionNode = ChoiceInteraction;

/** Who may see a rubric block (attribute view). */
export const RUBRIC_VIEWS = ['author', 'candidate', 'proctor', 'scorer', 'test-constructor', 'tutor'] as const;
export type RubricView = (typeof RUBRIC_VIEWS)[number];

/** What a rubric block is for (attribute use): one of QTI's three words, or an extension `ext:…`. */
export type RubricUse = 'instructions' | 'scoring' | 'navigation' | `ext:${string}`;

/** A rubric block (element qti-rubric-block); nobody but authors sees one whose `view` is empty. `classes` as above. */
export interface RubricNode {
  readonly type: 'rubric';
  readonly use: RubricUse | null;
  readonly view: readonly RubricView[];
  readonly classes: readonly string[];
  readonly content: readonly ContentNode[];
}

/** The content of an item body: plain JSON, told apart by `type`. */
export type ContentNode = TextNode | ElementNode | InteractionNode | RubricNode;
