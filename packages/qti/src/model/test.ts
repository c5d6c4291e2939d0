import type { ContentNode, RubricNode } from './content.ts';
import type { ContextDeclaration, OutcomeDeclaration } from './declarations.ts';
import type { Expression } from './expression.ts';
import type { Stylesheet } from './item.ts';
import type { OutcomeRule } from './processing.ts';

/** Seconds; null for no limit. */
export interface TimeLimits {
  readonly minSeconds: number | null;
  readonly maxSeconds: number | null;
  readonly allowLateSubmission: boolean;
}

/** How items are worked on (element qti-item-session-control); null is inherited from what holds it. */
export interface ItemSessionControl {
  /** 0 is no limit. */
  readonly maxAttempts: number | null;
  readonly showFeedback: boolean | null;
  readonly allowReview: boolean | null;
  readonly showSolution: boolean | null;
  readonly allowComment: boolean | null;
  readonly allowSkipping: boolean | null;
  readonly validateResponses: boolean | null;
}

/** Where to go when the condition is true: an identifier further on, or EXIT_SECTION, EXIT_TESTPART, EXIT_TEST. */
export interface BranchRule {
  readonly target: string;
  readonly condition: Expression;
}

/** What test parts, sections and item references have. All `preConditions` must be true for it to be shown. */
interface TestNode {
  readonly identifier: string;
  readonly preConditions: readonly Expression[];
  readonly branchRules: readonly BranchRule[];
  readonly itemSessionControl: ItemSessionControl | null;
  readonly timeLimits: TimeLimits | null;
}

/** An item of a section (element qti-assessment-item-ref); `href` is relative to the test's file. */
export interface ItemRef extends TestNode {
  readonly type: 'item-ref';
  readonly href: string;
  readonly categories: readonly string[];
  readonly required: boolean;
  readonly fixed: boolean;
  readonly variableMappings: readonly { readonly source: string; readonly target: string }[];
  readonly weights: readonly { readonly identifier: string; readonly value: number }[];
  readonly templateDefaults: readonly { readonly identifier: string; readonly value: Expression }[];
}

/** A section (element qti-assessment-section). `selection` null takes all; `shuffle` orders at random. */
export interface Section extends TestNode {
  readonly type: 'section';
  readonly title: string;
  readonly visible: boolean;
  readonly keepTogether: boolean;
  readonly required: boolean;
  readonly fixed: boolean;
  readonly selection: { readonly select: number; readonly withReplacement: boolean } | null;
  readonly shuffle: boolean;
  readonly rubrics: readonly RubricNode[];
  readonly children: readonly SectionPart[];
}

/** A section in a file of its own (element qti-assessment-section-ref), until the package puts it in. */
export interface SectionRef {
  readonly type: 'section-ref';
  readonly identifier: string;
  readonly href: string;
}

export type SectionPart = Section | ItemRef | SectionRef;

/** Feedback on a test or a part of it (element qti-test-feedback). */
export interface TestFeedback {
  readonly access: 'atEnd' | 'during';
  readonly variable: string;
  readonly identifier: string;
  readonly showHide: 'show' | 'hide';
  readonly title: string | null;
  readonly content: readonly ContentNode[];
}

/** A part (element qti-test-part). */
export interface TestPart extends TestNode {
  readonly title: string | null;
  readonly navigationMode: 'linear' | 'nonlinear';
  readonly submissionMode: 'individual' | 'simultaneous';
  readonly rubrics: readonly RubricNode[];
  readonly sections: readonly (Section | SectionRef)[];
  readonly feedback: readonly TestFeedback[];
}

/** A test (element qti-assessment-test). */
export interface AssessmentTest {
  readonly identifier: string;
  readonly title: string;
  readonly language: string | null;
  readonly toolName: string | null;
  readonly toolVersion: string | null;
  readonly contexts: readonly ContextDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly timeLimits: TimeLimits | null;
  readonly stylesheets: readonly Stylesheet[];
  readonly rubrics: readonly RubricNode[];
  readonly parts: readonly TestPart[];
  readonly outcomeProcessing: readonly OutcomeRule[];
  readonly feedback: readonly TestFeedback[];
}
