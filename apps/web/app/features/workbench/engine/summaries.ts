import type { CsvMapping, InteractionKind } from '@testamur/qti';
import type { Format } from './format.ts';

export type ReadStatus = 'ok' | 'loss' | 'refused';

/** A sentence of a reader about a line of a file, from 1. */
export interface Said {
  readonly line: number;
  readonly text: string;
}

/** Why the item bank takes no such item, as far as can be told without trying its answers. */
export type Obstacle = 'media' | 'stimulus' | 'adaptive' | 'custom' | 'file' | 'unanswerable' | 'unscored';

/** One row of the report. */
export interface ItemSummary {
  readonly index: number;
  readonly file: string;
  readonly identifier: string | null;
  readonly title: string;
  /** The version of QTI, or null where it is of another format. */
  readonly version: string | null;
  readonly status: ReadStatus;
  readonly messages: readonly Said[];
  readonly kinds: readonly InteractionKind[];
  readonly adaptive: boolean;
  /** Whether another draw may look another way. */
  readonly random: boolean;
  readonly topic: string | null;
  readonly cognitiveLevel: string | null;
  readonly objective: string | null;
  readonly obstacles: readonly Obstacle[];
}

/** A document that is no item. */
export interface DocumentSummary {
  readonly kind: 'test' | 'section' | 'stimulus';
  readonly index: number;
  readonly file: string;
  readonly identifier: string | null;
  readonly title: string;
  readonly status: ReadStatus;
  readonly messages: readonly Said[];
}

/** What became of everything that was chosen. */
export interface Report {
  readonly name: string;
  readonly format: Format;
  readonly items: readonly ItemSummary[];
  readonly documents: readonly DocumentSummary[];
  readonly media: readonly string[];
  readonly messages: readonly (Said & { readonly file: string })[];
}

/** The beginning of a table, and what its columns seem to hold. */
export interface TableSummary {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: number;
  readonly guess: CsvMapping | null;
  readonly openQuoteLine: number | null;
}

/** What came of opening: a report, a table whose columns are to be named first, or nothing that is known. */
export type Opened =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'table'; readonly table: TableSummary }
  | { readonly kind: 'unknown' };
