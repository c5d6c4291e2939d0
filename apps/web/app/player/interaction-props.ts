import type { ContentNode, InteractionNode, PlainValue, PlainValues } from '@testamur/qti';
import type { ReactNode } from 'react';
import type { ToolName } from './tools/tool-names.ts';

/**
 * What may be done: `open`: answering; `locked`: the answer stands and cannot be changed, nothing is said about it;
 * `review`: it stands beside the key.
 */
export type PlayerMode = 'open' | 'locked' | 'review';

/** What an interaction needs of the page around it. The same object for every interaction of an item. */
export interface PlayerContext {
  /** Content as elements; interactions, gaps and hottexts in it are shown in place. */
  content(nodes: readonly ContentNode[]): ReactNode;
  /** A word to screen readers, politely, through the one live region of the item. */
  say(text: string): void;
  readonly reducedMotion: boolean;
  /** Links of an item lead out of an exam: there, their words are enough. */
  readonly links: 'words' | 'links';
  /** Missing where the attempt cannot be ended from inside an item. */
  readonly onEndAttempt?: (responseIdentifier: string) => void;
  /**
   * Stores a file and gives the value that names it; `onProgress` hears shares from 0 to 1. Rejects with an error whose
   * message is meant for people. Missing where no file can be taken.
   */
  readonly upload?: (file: File, onProgress: (share: number) => void) => Promise<string>;
  /** The name of a stored file as people know it, and where to look at it, when there is such a place. */
  readonly fileOf?: (value: string) => { readonly name: string; readonly href: string | null };
  /** The source of a portable custom interaction's module, by its path in the package; missing where none may run. */
  readonly modules?: (path: string) => Promise<string>;
  /** What a portable custom interaction keeps for itself beside its response, by response identifier. */
  readonly stateOf?: (responseIdentifier: string) => string | null;
  readonly onState?: (responseIdentifier: string, state: string) => void;
  /** Opens a tool of the page that the item says may be used; without it, materials are only named. */
  readonly onOpenTool?: (tool: ToolName) => void;
  /** Template and context variables that portable custom interactions may ask for. */
  readonly variables?: PlainValues;
}

/**
 * What every component of an interaction is given. It shows `value` and asks for changes by `onChange`; it keeps nothing of
 * the answer itself.
 */
export interface InteractionProps<I extends InteractionNode = InteractionNode> {
  readonly interaction: I;
  /** Unique on the page; ids inside are made from it. */
  readonly id: string;
  readonly value: PlainValue;
  onChange(value: PlainValue): void;
  /** Hears what was typed, for the string variable that keeps it (attribute string-identifier). */
  readonly onText?: (text: PlainValue) => void;
  readonly mode: PlayerMode;
  /** In review alone: the key; null or missing where there is none to show. */
  readonly correct?: PlainValue;
  /** The id of what the interaction answers: its prompt, or the heading of the item. */
  readonly labelledBy: string;
  /** The ids of limits, messages and notes about the interaction, in the form of aria-describedby. */
  readonly describedBy?: string;
  /** Options that the candidate has struck out, by identifier. */
  readonly struck?: ReadonlySet<string>;
  readonly onStrike?: (identifier: string) => void;
  /** Whether every option has a button to strike it out. */
  readonly strikeButtons?: boolean;
  readonly context: PlayerContext;
}

/** The interaction of one kind: `KindOf<'choice'>` is a ChoiceInteraction. */
export type KindOf<Kind extends InteractionNode['interaction']> = Extract<InteractionNode, { interaction: Kind }>;
