import type { LetterData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** Authorization to test: the letter that lets a candidate sit an assessment. */
export interface AuthorizationData extends LetterData {
  readonly assessment: { readonly title: string; readonly format: string };
  readonly window: { readonly from: string; readonly until: string };
  /** With the accommodation applied, such as `3 h (120 min × 1.5)`. */
  readonly duration: string;
  /** What was granted; empty where nothing was. */
  readonly accommodations: readonly string[];
  /** Where it can be taken. */
  readonly places: readonly string[];
  readonly prepare: readonly string[];
  readonly rules: readonly string[];
  /** What is found at the address below, such as `Begin the exam here`. */
  readonly signInLabel: string;
  /** Printed, and drawn as the QR code. */
  readonly signInUrl: string;
  /** Where to turn with trouble on the day. */
  readonly help: string;
}

const english = {
  title: 'Authorization to test {number}: {assessment}',
  heading: 'You are authorized to test',
  demonstration: 'Demonstration. Not a real authorization.',
  intro: '{name} is authorized to take the assessment “{assessment}” of the program {program}, edition {edition}.',
  date: 'Date',
  number: 'Authorization number',
  edition: 'edition {edition}',
  assessment: 'Assessment',
  window: 'Window',
  windowText: '{from} to {until}',
  duration: 'Time',
  accommodations: 'Accommodations',
  noAccommodations: 'None requested',
  qrCode: 'QR code of the address beside it',
  places: 'Where',
  prepare: 'What you need',
  rules: 'Rules',
  help: 'If something goes wrong',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type AuthorizationLabel = keyof typeof english;

export const authorization: Template<AuthorizationData, AuthorizationLabel> = {
  file: 'authorization.typ',
  labels: { en: english },
  title: (data, labels) => fillIn(labels.title, { number: data.number, assessment: data.assessment.title }),
  qrText: (data) => data.signInUrl,
  missingGlyphs: 'spell',
};
