import type { DocumentData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** The statistics of an examination: numbers to look for first, doubts, then sections with plots and tables. */
export interface StatisticsData extends DocumentData {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly note: string }[];
  readonly notices: readonly { readonly verdict: 'ok' | 'warn' | 'too-few'; readonly text: string }[];
  readonly sections: readonly StatisticsSection[];
}

export interface StatisticsSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Drawings as SVG, each with its caption and, for those who cannot see it, what it shows. */
  readonly figures: readonly { readonly svg: string; readonly caption: string; readonly description: string }[];
  readonly tables: readonly {
    readonly caption: string;
    readonly columns: readonly { readonly heading: string; readonly align: 'left' | 'right' }[];
    readonly rows: readonly (readonly string[])[];
  }[];
  /** It begins a page, and stands in the bookmarks but not in the contents. */
  readonly newPage?: true;
}

const english = {
  title: 'Statistics: {title}',
  contents: 'Contents',
  demonstration: 'Demonstration. Not a real examination.',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type StatisticsLabel = keyof typeof english;

export const statistics: Template<StatisticsData, StatisticsLabel> = {
  file: 'statistics.typ',
  labels: { en: english },
  title: ({ title }, labels) => fillIn(labels.title, { title }),
  missingGlyphs: 'spell',
};
