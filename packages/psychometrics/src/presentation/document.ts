import type { Verdict } from '../guard/sample-rules.ts';

/**
 * A result as people read it, before it becomes text in a terminal, a page or a PDF. Every cell is written out: numbers
 * are rounded, units stand in the headings, what is unknown is an em dash.
 */
export interface Presentation {
  readonly title: string;
  /** One line below the title: the data and the method. */
  readonly subtitle: string;
  /** The few numbers that one looks for first. */
  readonly facts: readonly Fact[];
  /** What one must know before one believes the numbers: samples too small, estimates that did not converge. */
  readonly notices: readonly Notice[];
  readonly sections: readonly PresentedSection[];
}

/** A number with its name. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** A standard error, an interval, a unit; empty where there is none. */
  readonly note: string;
}

/** A remark on a result, one or more full sentences. */
export interface Notice {
  readonly verdict: Verdict;
  readonly text: string;
}

/** A part of a result under its heading: paragraphs, then figures, then tables. */
export interface PresentedSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly figures: readonly Figure[];
  readonly tables: readonly PresentedTable[];
  /** On paper it begins a page. */
  readonly newPage?: true;
}

/** A table of written cells; each row has a cell per column. */
export interface PresentedTable {
  /** Says what the rows are; empty under a heading that says it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** The head of a column of a table. */
export interface Column {
  readonly heading: string;
  /** Numbers stand right, words left. */
  readonly align: 'left' | 'right';
}

/** A plot: a standalone SVG document, and the words for it. */
export interface Figure {
  readonly svg: string;
  /** Stands below the plot. */
  readonly caption: string;
  /** What the plot shows, with its main numbers, for those who cannot see it; also the `desc` of the SVG. */
  readonly description: string;
}
