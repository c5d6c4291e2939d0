import type { AssessmentItem } from '../model/item.ts';

/** What a reader has to say about a line of the file (from 1), as a sentence for an author. */
export interface ForeignMessage {
  readonly line: number;
  readonly text: string;
}

/**
 * One item of a file of another format: `ok` is read in full; `loss` is read, and the messages name what was left out;
 * `refused` is not read, and has no `item`. `topic` is the category that it stands in, null for none.
 */
export interface ForeignItem {
  readonly identifier: string;
  readonly title: string;
  readonly topic: string | null;
  readonly status: 'ok' | 'loss' | 'refused';
  readonly messages: readonly ForeignMessage[];
  readonly item?: AssessmentItem;
}

/** A file of another format. `messages` are about the whole; `media` are files by their path beside the items. */
export interface ForeignResult {
  readonly items: readonly ForeignItem[];
  readonly messages: readonly ForeignMessage[];
  readonly media: ReadonlyMap<string, Uint8Array>;
}

export interface ForeignOptions {
  /** What identifiers begin with where the file gives none; "item" by default. */
  readonly prefix?: string;
  /** BCP 47; null by default. */
  readonly language?: string | null;
}
