import type { View } from './declarations.ts';
import type { InteractionNode } from './interaction.ts';

/** A run of characters, to be shown as text (never parsed as HTML). */
export interface TextNode {
  readonly type: 'text';
  readonly text: string;
}

/**
 * An element of QTI's HTML5 subset, of MathML (`namespace: 'math'`) or of the allowed SVG (`namespace: 'svg'`). `name` and
 * every attribute come from the package's allow list: no scripts, no event handlers, no style, URLs only of safe schemes.
 * `attributes` carries HTML names (`lang`, `colspan`, …) and `data-…`, `data-catalog-idref` among them.
 */
export interface ElementNode {
  readonly type: 'element';
  readonly namespace: 'html' | 'math' | 'svg';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ContentNode[];
}

/** What a rubric block is for (attribute use): one of QTI's words, or an extension `ext:…`. */
export type RubricUse = 'instructions' | 'scoring' | 'navigation' | `ext:${string}`;

/**
 * A rubric block (element qti-rubric-block); nobody but authors sees one whose `view` is empty. `classes`: QTI's shared
 * vocabulary and the author's own.
 */
export interface RubricNode {
  readonly type: 'rubric';
  readonly id: string | null;
  readonly use: RubricUse | null;
  readonly view: readonly View[];
  readonly classes: readonly string[];
  readonly catalogIdref: string | null;
  readonly content: readonly ContentNode[];
}

/**
 * Content that is there for some values of a variable: feedback (elements qti-feedback-inline, qti-feedback-block) for an
 * outcome, template content (qti-template-inline, qti-template-block) for a template variable. It matches when the variable
 * is `identifier` or, being a container, holds it; shown on a match with `show`, hidden on a match with `hide`.
 */
export interface ConditionalNode {
  readonly type: 'feedback' | 'template';
  readonly display: 'inline' | 'block';
  readonly variable: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly content: readonly ContentNode[];
}

/** The value of a variable, as text (element qti-printed-variable). */
export interface PrintedVariableNode {
  readonly type: 'printed-variable';
  readonly identifier: string;
  /** As printf's, such as "%.2f"; null for the usual form. */
  readonly format: string | null;
  readonly powerForm: boolean;
  readonly base: number | { readonly variable: string };
  /** Of an ordered container: which member, from 1; null for all. */
  readonly index: number | { readonly variable: string } | null;
  readonly delimiter: string | null;
  /** Of a record. */
  readonly field: string | null;
  readonly mappingIndicator: string | null;
  readonly classes: readonly string[];
}

/** A run of text that can be chosen (element qti-hottext), inside a hottext interaction. */
export interface HottextNode {
  readonly type: 'hottext';
  readonly identifier: string;
  readonly templateVariable: string | null;
  readonly showHide: 'show' | 'hide';
  readonly content: readonly ContentNode[];
}

/** A hole to be filled (element qti-gap), inside a gap match interaction. `classes`: `qti-input-width-…` says how wide. */
export interface GapNode {
  readonly type: 'gap';
  readonly identifier: string;
  readonly classes: readonly string[];
  readonly matchGroup: readonly string[];
  readonly required: boolean;
  readonly templateVariable: string | null;
  readonly showHide: 'show' | 'hide';
}

/** The content of an item body: plain JSON, told apart by `type`. */
export type ContentNode =
  | TextNode
  | ElementNode
  | InteractionNode
  | RubricNode
  | ConditionalNode
  | PrintedVariableNode
  | HottextNode
  | GapNode;

/** A picture, sound, film or document (elements img, object, audio, video, picture), `data` relative to the item's file. */
export interface MediaObject {
  readonly kind: 'image' | 'audio' | 'video' | 'object';
  readonly sources: readonly { readonly data: string; readonly mimeType: string | null }[];
  /** Pixels of the media itself, as far as they are declared. */
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  /** Captions and descriptions of audio and video. */
  readonly tracks: readonly {
    readonly src: string;
    readonly kind: string;
    readonly language: string | null;
    readonly label: string | null;
  }[];
}
