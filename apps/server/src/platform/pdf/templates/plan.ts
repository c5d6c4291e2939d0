import type { DocumentData, Fact, Program, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** What a certification takes and costs over the years, for somebody who thinks about it. */
export interface PlanData extends DocumentData {
  readonly program: Program;
  readonly credential: string;
  /** What it comes to, the last one in all. */
  readonly totals: readonly Fact[];
  readonly certifiedOn: string;
  readonly endsOn: string;
  readonly assumptions: readonly Fact[];
  /** In the order of their dates; an amount that is empty is nothing to pay. */
  readonly events: readonly {
    readonly date: string;
    readonly title: string;
    readonly details: readonly string[];
    readonly amount: string;
    readonly estimate: boolean;
  }[];
  /** `percent`: the sum so far of all, 0 to 100. */
  readonly years: readonly {
    readonly year: string;
    readonly amount: string;
    readonly sum: string;
    readonly percent: number;
  }[];
  readonly remarks: readonly string[];
}

const english = {
  title: 'Plan: {program}',
  heading: 'My plan',
  demonstration: 'Demonstration. Not a real offer.',
  certifiedBy: 'Certified by {date}, in the usual time',
  until: 'The plan ends on {date}.',
  events: 'What happens when',
  date: 'Date',
  event: 'Event',
  amount: 'Amount',
  estimate: 'estimate',
  years: 'Year by year',
  year: 'Year',
  inYear: 'In the year',
  soFar: 'So far',
  share: 'Share of all',
  assumptions: 'What it rests on',
  remarks: 'Remarks',
  edition: 'edition {edition}',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type PlanLabel = keyof typeof english;

export const plan: Template<PlanData, PlanLabel> = {
  file: 'plan.typ',
  labels: { en: english },
  title: (data, labels) => fillIn(labels.title, { program: data.program.title }),
  missingGlyphs: 'spell',
};
