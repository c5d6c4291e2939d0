import type { ContentNode } from './content.ts';
import type {
  ContextDeclaration,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
} from './declarations.ts';
import type { ResponseProcessing, TemplateRule } from './processing.ts';

/** The version of QTI that a document was written in. */
export const QTI_VERSIONS = ['2.0', '2.1', '2.2', '3.0'] as const;
export type QtiVersion = (typeof QTI_VERSIONS)[number];

/** Feedback on the whole item (element qti-modal-feedback), shown as ConditionalNode says. */
export interface ModalFeedback {
  readonly variable: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly title: string | null;
  readonly content: readonly ContentNode[];
}

/** Words or files that stand in for, or beside, an element of the body for who needs them (element qti-card). */
export interface Card {
  /** The support, as a person's needs and preferences name it: `spoken`, `braille`, `glossary-on-screen`, `sign-language`, … */
  readonly support: string;
  readonly entries: readonly {
    readonly language: string | null;
    readonly isDefault: boolean;
    readonly data: Readonly<Record<string, string>>;
    readonly content: readonly ContentNode[];
    readonly files: readonly { readonly href: string; readonly mimeType: string }[];
  }[];
}

/** What the elements whose `data-catalog-idref` names it have in store (element qti-catalog). */
export interface Catalog {
  readonly identifier: string;
  readonly cards: readonly Card[];
}

/** Material that candidates may have at hand (element qti-companion-materials-info). */
export type CompanionMaterial =
  | { readonly kind: 'calculator'; readonly calculatorType: string; readonly description: string | null }
  | {
      readonly kind: 'rule' | 'protractor';
      readonly description: string | null;
      readonly units: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'digital'; readonly href: string; readonly mimeType: string; readonly label: string | null }
  | { readonly kind: 'physical'; readonly description: string };

/** A style sheet that the item names; it is kept and never applied. */
export interface Stylesheet {
  readonly href: string;
  readonly mimeType: string;
  readonly media: string | null;
  readonly title: string | null;
}

/** A text or picture that several items share (element qti-assessment-stimulus-ref). */
export interface StimulusRef {
  readonly identifier: string;
  readonly href: string;
  readonly title: string | null;
}

/**
 * An assessment item (element qti-assessment-item). Plain JSON. It holds keys and rationales: send a browser what
 * `candidateView` makes of it, never the item.
 */
export interface AssessmentItem {
  readonly identifier: string;
  readonly title: string;
  readonly label: string | null;
  /** BCP 47, from xml:lang; null when the item does not say. */
  readonly language: string | null;
  readonly adaptive: boolean;
  readonly timeDependent: boolean;
  readonly toolName: string | null;
  readonly toolVersion: string | null;
  readonly contexts: readonly ContextDeclaration[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly templates: readonly TemplateDeclaration[];
  readonly templateProcessing: readonly TemplateRule[];
  readonly stimulusRefs: readonly StimulusRef[];
  readonly stylesheets: readonly Stylesheet[];
  readonly companionMaterials: readonly CompanionMaterial[];
  readonly body: readonly ContentNode[];
  readonly bodyClasses: readonly string[];
  readonly catalogs: readonly Catalog[];
  readonly processing: ResponseProcessing;
  readonly modalFeedback: readonly ModalFeedback[];
}

/** A shared text (element qti-assessment-stimulus). */
export interface AssessmentStimulus {
  readonly identifier: string;
  readonly title: string;
  readonly label: string | null;
  readonly language: string | null;
  readonly stylesheets: readonly Stylesheet[];
  readonly body: readonly ContentNode[];
  readonly catalogs: readonly Catalog[];
}
