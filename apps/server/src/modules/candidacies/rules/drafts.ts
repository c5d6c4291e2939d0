import type { Claim, Fact, FactData } from '@testamur/program';

/** Membership and accommodation stand beside the requirements; the sign keeps them apart from any requirement's id. */
export const membershipSection = '$membership';
export const accommodationSection = '$accommodation';

/** Something saved and not yet submitted. */
export type Draft =
  | {
      readonly section: typeof membershipSection;
      readonly content: FactData['membership-claimed'];
      readonly savedAt: Date;
    }
  | {
      readonly section: typeof accommodationSection;
      readonly content: FactData['accommodation-requested'];
      readonly savedAt: Date;
    }
  | { readonly section: string; readonly content: Claim; readonly savedAt: Date };
