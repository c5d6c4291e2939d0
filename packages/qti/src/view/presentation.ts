import type { PrintedVariableNode, RubricNode } from '../model/content.ts';
import type { PlainValue } from '../model/value.ts';

/**
 * Turns a reference into the item's package (`images/sign.png`) into the address where the file is served; undefined
 * when there is none.
 */
export type ResolveMedia = (reference: string) => string | undefined;

/** How content is made ready for one page. */
export interface Presentation {
  /** Put before every id, so that the ids of many items on one page differ and shadow nothing of the page. */
  readonly idPrefix: string;
  readonly resolve: ResolveMedia;
  readonly showRubric: (rubric: RubricNode) => boolean;
  /** Whether conditional content (feedback, template content, template choices) is shown. */
  readonly shows: (condition: {
    readonly variable: string;
    readonly identifier: string;
    readonly showHide: 'show' | 'hide';
    readonly type: 'feedback' | 'template';
  }) => boolean;
  /** The words of a printed variable. */
  readonly print: (node: PrintedVariableNode) => string;
  /** The value of a template variable that stands for its name in MathML; undefined for all other names. */
  readonly mathValue: (identifier: string) => PlainValue | undefined;
  /** The seed of the order of choices; null keeps the author's. */
  readonly seed: number | null;
  /** Data attributes and classes that only authors may read stay. */
  readonly forAuthors: boolean;
}
