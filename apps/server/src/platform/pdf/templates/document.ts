import type { Catalogs } from './labels.ts';

/** What every document is told. All texts arrive ready to read: dates, durations and amounts are written by the caller. */
export interface DocumentData {
  /** BCP 47, the language of the texts, such as `en-US`; the document declares it. */
  readonly language: string;
  /** US Letter where it is left out. */
  readonly paper?: 'us-letter' | 'a4';
  /** Demonstration and rehearsal data wear a striped bar on each page. */
  readonly demonstration: boolean;
  /** ISO 8601 instant, the creation date inside the file; the same data gives the same bytes. */
  readonly createdAt: string;
  readonly organization: Organization;
  /** What must stand under everything, such as that a program is an example. */
  readonly notice?: string;
}

export interface Organization {
  readonly name: string;
  readonly abbreviation: string;
}

/** A document to a person. */
export interface LetterData extends DocumentData {
  readonly organization: Organization & {
    /** Postal address, telephone, e-mail, web site: one a line. */
    readonly contact: readonly string[];
  };
  readonly recipient: { readonly name: string; readonly lines: readonly string[] };
  /** The number that the recipient quotes. */
  readonly number: string;
  /** The date of the letter. */
  readonly date: string;
  readonly program: Program;
}

export interface Program {
  readonly title: string;
  readonly abbreviation: string;
  readonly edition: string;
}

/** A name and its value, side by side. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The words that every template has. */
export type DocumentLabel = 'demonstration' | 'pageOfPages';

/** What a template is besides its `.typ` file. */
export interface Template<Data extends DocumentData, Label extends string> {
  /** Beside this file. */
  readonly file: string;
  readonly labels: Catalogs<Label | DocumentLabel>;
  /** The title inside the file, which a reader announces and shows in the window. */
  readonly title: (data: Data, labels: Readonly<Record<Label | DocumentLabel, string>>) => string;
  /** The text of the QR code, where there is one. */
  readonly qrText?: (data: Data) => string;
  /** The file that the document carries inside, byte for byte, and the data without it, which is what is set. */
  readonly attach?: (data: Data) => { readonly content: string; readonly shown: Data } | undefined;
  /** What to do with a character that no font has: refuse to make the document, or write its code point. */
  readonly missingGlyphs: 'refuse' | 'spell';
}
