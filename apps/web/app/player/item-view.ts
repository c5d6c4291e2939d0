import type { Catalog, CompanionMaterial, ContentNode } from '@testamur/qti';

/** What is shown of an item: the part of a CandidateItem that the body is made of. */
export interface ItemView {
  readonly identifier: string;
  readonly language: string | null;
  readonly body: readonly ContentNode[];
  readonly bodyClasses?: readonly string[];
  /** The supports that the person is given, and no others. */
  readonly catalogs?: readonly Catalog[];
  readonly companionMaterials?: readonly CompanionMaterial[];
  /** Feedback that the outcomes call for now. */
  readonly modalFeedback?: readonly { readonly title: string | null; readonly content: readonly ContentNode[] }[];
}
