import type { Fact, LetterData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** The record of a submitted application. */
export interface ApplicationData extends LetterData {
  readonly submittedAt: string;
  /** About the candidate: e-mail, address, membership number… */
  readonly candidate: readonly Fact[];
  readonly requirements: readonly ApplicationRequirement[];
  /** Code of conduct: what was signed, with which name, when. */
  readonly codeOfConduct: {
    readonly title: string;
    readonly version: string;
    readonly signedName: string;
    readonly signedAt: string;
  };
  /** The request in the candidate's words; left out where there is none. */
  readonly accommodationRequest?: string;
  /** The membership that the price rests on; left out where none was claimed. */
  readonly membershipClaim?: readonly Fact[];
  readonly next: readonly NextStep[];
}

/** One requirement with what was entered for it. */
export interface ApplicationRequirement {
  readonly title: string;
  /** What is required, in a sentence. */
  readonly rule: string;
  /** Where it stands, such as `Waiting for review`. */
  readonly state: string;
  readonly columns: readonly string[];
  /** One entry a row, one text a column. */
  readonly rows: readonly (readonly string[])[];
  /** Names of the files given as evidence. */
  readonly files: readonly string[];
}

/** What happens, who does it, and by when where a date is set. */
export interface NextStep {
  readonly what: string;
  readonly who: string;
  readonly by?: string;
}

const english = {
  title: 'Application {number}: {program}',
  heading: 'Record of your application',
  demonstration: 'Demonstration. Not a real application.',
  intro: 'This is what you submitted on {submittedAt}. Keep it for your records.',
  date: 'Date',
  number: 'Application number',
  program: 'Program',
  edition: 'edition {edition}',
  candidate: 'Candidate',
  name: 'Name',
  requirements: 'Requirements',
  noEntries: 'Nothing was entered.',
  files: 'Files',
  codeOfConduct: 'Code of conduct',
  document: 'Document',
  version: 'Version',
  signedName: 'Signed as',
  signedAt: 'Signed on',
  accommodation: 'Accommodation',
  noAccommodation: 'No accommodation was requested.',
  membership: 'Membership',
  noMembership: 'No membership was claimed.',
  next: 'What happens next',
  step: 'Step',
  who: 'Who',
  by: 'By',
  noDate: 'No date set',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type ApplicationLabel = keyof typeof english;

export const application: Template<ApplicationData, ApplicationLabel> = {
  file: 'application.typ',
  labels: { en: english },
  title: (data, labels) => fillIn(labels.title, { number: data.number, program: data.program.title }),
  missingGlyphs: 'spell',
};
