import type { CsvMapping, ItemSession, PlainValues } from '@testamur/qti';
import { type Attempt, beginAttempt, type Scored, submitAttempt } from './attempt.ts';
import { documentsOf, type SavedPackage, saveCsv, savePackage } from './exports.ts';
import { MediaAddresses } from './media.ts';
import { type Opening, open, tryMapping } from './open.ts';
import { type Outline, outlineOf } from './outline.ts';
import type { Opened } from './summaries.ts';
import { type Walk, type WalkStep, walk } from './walk.ts';
import type { OpenItem, OpenTest, Workspace } from './workspace.ts';

/** What the page may ask of the worker, and what it is answered. */
export interface Calls {
  open: { input: Opening; output: Opened };
  map: { input: { mapping: CsvMapping }; output: ReturnType<typeof tryMapping> };
  source: { input: { item: number }; output: string };
  begin: { input: { item: number; seed: number }; output: Attempt };
  submit: { input: { item: number; session: ItemSession; responses: PlainValues }; output: Scored };
  module: { input: { item: number; path: string }; output: string | null };
  outline: { input: { test: number }; output: Outline };
  /** Seconds since the step before. */
  walk: { input: { test: number; step: WalkStep; seconds: number }; output: Walk };
  package: { input: null; output: SavedPackage };
  csv: { input: null; output: ReturnType<typeof saveCsv> };
  documents: { input: { items: readonly number[] }; output: readonly string[] };
}

export type CallName = keyof Calls;

/** What the worker answers for one page: pure but for the `blob:` addresses of media, so that tests can call it, too. */
export const createAnswers = (): {
  readonly [Name in CallName]: (input: Calls[Name]['input']) => Calls[Name]['output'];
} => {
  let opening: Opening | undefined;
  let workspace: Workspace | null = null;
  let media: MediaAddresses | undefined;
  const opened = (): Workspace => {
    if (workspace === null) throw new Error('Nothing is open.');
    return workspace;
  };
  const itemAt = (index: number): OpenItem => {
    const found = opened().items[index];
    if (found === undefined) throw new Error(`There is no item ${index}.`);
    return found;
  };
  const testAt = (index: number): OpenTest => {
    const found = opened().tests[index];
    if (found === undefined) throw new Error(`There is no test ${index}.`);
    return found;
  };
  const addresses = (): MediaAddresses => {
    media ??= new MediaAddresses(opened());
    return media;
  };
  return {
    open: (input) => {
      opening = input;
      const came = open(input);
      workspace = came.workspace;
      media = undefined;
      return came.opened;
    },
    map: ({ mapping }) => {
      const [file] = opening?.files ?? [];
      if (file === undefined) throw new Error('Nothing is open.');
      return tryMapping(file, mapping);
    },
    source: ({ item }) => itemAt(item).source(),
    begin: ({ item, seed }) => beginAttempt(itemAt(item), addresses(), seed),
    submit: ({ item, session, responses }) => submitAttempt(itemAt(item), addresses(), session, responses),
    module: ({ item, path }) => addresses().text(itemAt(item), path) ?? null,
    outline: ({ test }) => outlineOf(testAt(test)),
    walk: ({ test, step, seconds }) => walk(testAt(test), addresses(), step, seconds),
    package: () => savePackage(opened()),
    csv: () => saveCsv(opened()),
    documents: ({ items }) => documentsOf(opened(), items),
  };
};
