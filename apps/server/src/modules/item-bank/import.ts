import { Problem, type ProblemField } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type AcceptedItem, acceptItems, type ItemSource } from './rules/accept-item.ts';
import { type ItemPackage, readPackage } from './rules/read-package.ts';
import { insertItems, listLatestVersions } from './store.ts';

export interface Imported {
  /** New items and new versions of known ones. */
  readonly imported: number;
  readonly unchanged: number;
}

const refused = (problems: readonly ProblemField[]) => {
  const count = problems.length === 1 ? 'One problem was found' : `${problems.length} problems were found`;
  const [first] = problems;
  const example = first ? ` ${first.path}: ${first.message}` : '';
  return new Problem('invalid', 'item-bank.items-refused', `${count}; nothing was imported.${example}`, problems);
};

/**
 * Imports items, all or none. An item that is known by its identifier and has changed becomes the next version; forms
 * keep the version that they were published with.
 *
 * @param topics those from which some exam of the program draws; items of others are refused. Without them all are taken.
 * @throws Problem `item-bank.items-refused` with a field for each trouble.
 */
export const importItems = (
  scope: Scope,
  programId: string,
  sources: readonly ItemSource[],
  topics?: readonly string[],
): Promise<Imported> => importFrom(scope, programId, { sources, pathOf: (index) => `items.${index}.xml`, topics });

/** The same for the items of content packages, which their manifests classify. */
export const importPackages = (
  scope: Scope,
  programId: string,
  packages: readonly ItemPackage[],
): Promise<Imported> => {
  const read = packages.map(readPackage);
  const items = read.flatMap((one) => one.items);
  const problems = read.flatMap((one) => one.problems);
  return importFrom(scope, programId, { sources: items, pathOf: (index) => items[index]?.path ?? '', problems });
};

/**
 * The items of content packages, judged as for the bank and not put into it.
 *
 * @throws Problem `item-bank.items-refused` with a field for each trouble.
 */
export const readItemPackages = (packages: readonly ItemPackage[]): readonly AcceptedItem[] => {
  const read = packages.map(readPackage);
  const items = read.flatMap((one) => one.items);
  const accepted = acceptItems(items, (index) => items[index]?.path ?? '');
  const problems = [...read.flatMap((one) => one.problems), ...accepted.problems];
  if (problems.length > 0) throw refused(problems);
  return accepted.items;
};

interface Import {
  readonly sources: readonly ItemSource[];
  /** Where an item stands, for messages. */
  readonly pathOf: (index: number) => string;
  readonly topics?: readonly string[] | undefined;
  /** What was found before the items were looked at. */
  readonly problems?: readonly ProblemField[];
}

/** Two statements, however many items: the versions that are known, and those that come. */
const importFrom = async (
  scope: Scope,
  programId: string,
  { sources, pathOf, topics, problems: found = [] }: Import,
): Promise<Imported> => {
  const accepted = acceptItems(sources, pathOf, topics);
  const problems = [...found, ...accepted.problems];
  if (problems.length > 0) throw refused(problems);
  if (accepted.items.length === 0) return { imported: 0, unchanged: 0 };
  const identifiers = accepted.items.map(({ identifier }) => identifier);
  const latest = await listLatestVersions(scope, programId, identifiers);
  const changed = accepted.items.flatMap((item) => {
    const known = latest.get(item.identifier);
    const same =
      known?.sha256 === item.sha256 &&
      known.topic === item.topic &&
      known.cognitiveLevel === item.cognitiveLevel &&
      known.objective === item.objective;
    return same ? [] : [{ ...item, version: (known?.version ?? 0) + 1 }];
  });
  const written = changed.length === 0 ? 0 : await insertItems(scope, programId, changed);
  if (written < changed.length) {
    throw new Problem(
      'conflict',
      'item-bank.items-refused',
      'Somebody imported some of these items at the same moment; nothing of yours was imported. Import again.',
    );
  }
  return { imported: written, unchanged: accepted.items.length - written };
};
