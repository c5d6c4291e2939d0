import type { DocumentData, Program, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** A text and where it comes from: the number of a source, or an asterisk for what no source states. */
export interface Sourced {
  readonly text: string;
  readonly mark?: string;
}

export interface HandbookFact {
  readonly label: string;
  readonly value: Sourced;
}

/** What a chapter is made of. */
export type HandbookPart =
  | { readonly kind: 'text'; readonly title?: string; readonly paragraphs: readonly string[] }
  | { readonly kind: 'facts'; readonly title?: string; readonly facts: readonly HandbookFact[] }
  | { readonly kind: 'list'; readonly title?: string; readonly items: readonly HandbookItem[] }
  | {
      readonly kind: 'table';
      readonly title?: string;
      readonly columns: readonly string[];
      /** One text a column. */
      readonly rows: readonly (readonly string[])[];
      readonly mark?: string;
    };

/** A point of a list, with points of its own. */
export interface HandbookItem {
  readonly text: string;
  readonly items?: readonly HandbookItem[];
}

/** A part with a heading: a requirement, an assessment, a fee. */
export interface HandbookSection {
  readonly title: string;
  /** What kind of thing it is, in a word or two. */
  readonly about?: string;
  readonly parts: readonly HandbookPart[];
}

export interface HandbookChapter {
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly HandbookSection[];
}

/** The program file as a book for those who want to be certified. */
export interface HandbookData extends DocumentData {
  readonly program: Program;
  readonly summary: string;
  /** The first answers: what it costs, how long it takes, how long it lasts. */
  readonly glance: readonly HandbookFact[];
  readonly chapters: readonly HandbookChapter[];
  readonly sources: readonly {
    readonly number: string;
    readonly title: string;
    readonly description: string;
    readonly readOn: string;
  }[];
}

const english = {
  title: 'Candidate handbook: {program}',
  heading: 'Candidate handbook',
  demonstration: 'Demonstration. Not a real handbook.',
  contents: 'Contents',
  edition: 'edition {edition}',
  sources: 'Sources and assumptions',
  sourcesIntro:
    'A small number behind a figure names the source that states it. An asterisk marks an assumption: no source states it, and it has to be confirmed before anybody relies on it.',
  readOn: 'Read on {date}.',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type HandbookLabel = keyof typeof english;

export const handbook: Template<HandbookData, HandbookLabel> = {
  file: 'handbook.typ',
  labels: { en: english },
  title: (data, labels) => fillIn(labels.title, { program: data.program.title }),
  missingGlyphs: 'spell',
};
