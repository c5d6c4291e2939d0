import type { Actor, Claim, Fact, FactData, FactKind } from '@testamur/program';

/** A fact about to be recorded. With `once`, a second fact of the same key is left out, whatever races. */
export type NewFact = {
  [K in FactKind]: {
    readonly kind: K;
    readonly data: FactData[K];
    readonly by: Actor;
    readonly once?: string;
  };
}[FactKind];

/** Membership and accommodation stand beside the requirements; no requirement's id begins with the sign. */
export const membershipSection = '$membership';
export const accommodationSection = '$accommodation';

export type DraftContent =
  | Claim
  | { readonly kind: 'membership'; readonly payerClass: string; readonly memberNumber: string }
  | { readonly kind: 'accommodation'; readonly request: string };

/** Something saved and not yet submitted. */
export interface Draft {
  /** A requirement's id, or one of the sections above. */
  readonly section: string;
  readonly content: DraftContent;
  readonly savedAt: Date;
}

/** What submitting a draft records. */
export const factOfDraft = ({ section, content }: Draft, by: Actor): NewFact => {
  switch (content.kind) {
    case 'membership':
      return {
        kind: 'membership-claimed',
        data: { payerClass: content.payerClass, memberNumber: content.memberNumber },
        by,
      };
    case 'accommodation':
      return { kind: 'accommodation-requested', data: { request: content.request }, by };
    default:
      return { kind: 'requirement-declared', data: { requirement: section, claim: content }, by };
  }
};

/**
 * What the drafts of an application that was not submitted would say, for its standing alone. After that, a draft
 * changes nothing until it is submitted: it answers what somebody asked for.
 */
export const factsOfDrafts = (
  edition: string,
  facts: readonly Fact[],
  drafts: readonly Draft[],
  personId: string,
): readonly Fact[] => {
  if (facts.some((fact) => fact.kind === 'application-submitted')) return [];
  return drafts.map((draft) => asFact(edition, draft, personId, draft.savedAt));
};

const asFact = (edition: string, draft: Draft, personId: string, at: Date): Fact => {
  const { once: _, ...fact } = factOfDraft(draft, { kind: 'candidate', id: personId });
  return { ...fact, id: `draft:${draft.section}`, at: at.toISOString(), edition };
};

/** What the drafts would say if they were submitted at an instant. */
export const factsIfSubmitted = (
  edition: string,
  drafts: readonly Draft[],
  personId: string,
  at: Date,
): readonly Fact[] => drafts.map((draft) => asFact(edition, draft, personId, at));
