/** What a reader has to say about a place in a document: 1-based line and column, and a sentence for an author. */
export interface Message {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}
