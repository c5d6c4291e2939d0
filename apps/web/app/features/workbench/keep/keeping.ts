/** A topic or program by its identifier. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface KeepProgram extends Named {
  readonly topics: readonly Named[];
}

/** An item as the bank takes it. */
export interface KeptItem {
  readonly xml: string;
  readonly topic: string;
  readonly cognitiveLevel: string;
  readonly objective: string;
}

/** What the bank said. `refused`: by the place in what was sent; -1 for what is about no item. */
export type KeepOutcome =
  | { readonly ok: true; readonly imported: number; readonly unchanged: number }
  | { readonly ok: false; readonly refused: readonly { readonly at: number; readonly message: string }[] };

/** The way into the item bank of an organization. */
export interface Keeping {
  /** Whether the person may put items there. */
  readonly allowed: boolean;
  readonly programs: readonly KeepProgram[];
  /** Where the items of a program are listed. */
  itemsOf(programId: string): string;
  /** All of them or none; `key` names the act, so that a repeated request does it once. */
  send(programId: string, items: readonly KeptItem[], key: string): Promise<KeepOutcome>;
}
