import type { OutcomeDeclaration, ResponseDeclaration, VariableDeclaration } from '../model/declarations.ts';
import type { ItemSession } from '../model/session.ts';

/**
 * One item that was selected for the candidate, as outcome processing of the test sees it. An item that is selected twice
 * stands twice in the list.
 */
export interface TestItem {
  /** Of the reference to the item. */
  readonly identifier: string;
  /** The identifiers of all sections around it. */
  readonly sections: readonly string[];
  readonly categories: readonly string[];
  readonly weights: readonly { readonly identifier: string; readonly value: number }[];
  /** Names of the item's variables (source) by the names that the test knows them by (target). */
  readonly variableMappings: readonly { readonly source: string; readonly target: string }[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly templates: readonly VariableDeclaration[];
  /** Null before the item was presented. */
  readonly session: ItemSession | null;
  /** Whether the candidate has interacted with it, answered or not. */
  readonly attempted: boolean;
}

/** What outcome processing of a test looks up: the items selected for the candidate, in their order. */
export interface TestLookup {
  readonly items: readonly TestItem[];
}
