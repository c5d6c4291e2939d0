import type { World } from './world.ts';

/** A line as the API gives it. */
export type InvoiceLine = Awaited<ReturnType<World['candidate']['api']['billing']['getInvoice']>>['lines'][number];

/** What the API said on the way that the ledger of the candidacy does not hold. */
export type Finding =
  | {
      readonly kind: 'invoice';
      readonly fee: string;
      readonly number: string;
      readonly totalMinor: number;
      readonly currency: string;
      readonly payerClass: string;
      readonly region?: string;
      readonly lines: readonly InvoiceLine[];
    }
  | {
      readonly kind: 'letter';
      readonly assessment: string;
      readonly number: string;
      readonly places: readonly string[];
      /** What stands on the paper. */
      readonly text: string;
    }
  | { readonly kind: 'locked-course'; readonly assessment: string; readonly reason: string }
  | {
      readonly kind: 'counted-experience';
      readonly requirement: string;
      readonly detail: string;
      readonly isEnough: boolean;
    }
  | { readonly kind: 'refused-statement'; readonly requirement: string; readonly given: number; readonly words: string }
  | { readonly kind: 'card'; readonly number: string; readonly bytes: number; readonly text: string }
  | { readonly kind: 'verified'; readonly number: string; readonly title: string; readonly postnominal?: string }
  | { readonly kind: 'registered'; readonly number: string; readonly postnominal?: string }
  /** `text`: what stands on the paper. */
  | { readonly kind: 'certificate'; readonly number: string; readonly text: string }
  | {
      readonly kind: 'grant';
      readonly fee: string;
      readonly title: string;
      readonly payerClass?: string;
      readonly until?: string;
    }
  | { readonly kind: 'submitted-renewal'; readonly route: string; readonly cycle: number }
  | { readonly kind: 'renewed'; readonly route: string; readonly number: string; readonly cycle: number }
  | { readonly kind: 'practice'; readonly material: string; readonly items: number; readonly right: number }
  | { readonly kind: 'study-guide'; readonly material: string; readonly sections: number }
  | { readonly kind: 'score-report'; readonly assessment: string; readonly at: string; readonly scaled?: number }
  | { readonly kind: 'panel'; readonly assessment: string; readonly examiners: readonly string[] };

export type FindingOf<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

/** Keeps what was found, in the order in which it was. */
export interface Findings {
  add(finding: Finding): void;
  list<K extends Finding['kind']>(kind: K): readonly FindingOf<K>[];
}

export const createFindings = (): Findings => {
  const all: Finding[] = [];
  return {
    add: (finding) => void all.push(finding),
    list: <K extends Finding['kind']>(kind: K) =>
      all.filter((finding): finding is FindingOf<K> => finding.kind === kind),
  };
};
