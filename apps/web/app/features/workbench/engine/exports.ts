import { writeCsv, writeItem, writePackage } from '@testamur/qti';
import type { Workspace } from './workspace.ts';

export interface SavedPackage {
  readonly bytes: Uint8Array;
  /** What has no form in QTI, by file. */
  readonly losses: readonly { readonly file: string; readonly text: string }[];
}

/** Everything that was read, as a package of QTI 3. */
export const savePackage = ({ report, items, tests, stimuli, paths, read }: Workspace): SavedPackage => {
  const media = new Map(
    [...paths].flatMap((path) => {
      const bytes = read(path);
      return bytes === undefined ? [] : [[path, bytes] as const];
    }),
  );
  const inPackage = report.format === 'package' || report.format === 'document';
  const classifications = new Map(
    items.flatMap(({ summary, item }) => {
      const { topic, cognitiveLevel, objective } = summary;
      return item === undefined ? [] : [[item.identifier, { topic, cognitiveLevel, objective }] as const];
    }),
  );
  return writePackage({
    identifier: `package-${report.name.replace(/[^\w-]+/g, '-')}`,
    items: items.flatMap(({ item, summary }) =>
      item === undefined ? [] : [{ file: inPackage ? summary.file : `items/item-${summary.index + 1}.xml`, item }],
    ),
    tests: tests.flatMap(({ test, summary }) => (test === undefined ? [] : [{ file: summary.file, test }])),
    stimuli,
    media,
    classifications,
  });
};

/** Plain choice items as a table; the others are named with the reason. */
export const saveCsv = ({ items }: Workspace) =>
  writeCsv(items.flatMap(({ item, summary }) => (item === undefined ? [] : [{ item, topic: summary.topic }])));

/** Documents of QTI 3 for the item bank, in the order that was asked for. */
export const documentsOf = ({ items }: Workspace, indices: readonly number[]): readonly string[] =>
  indices.flatMap((index) => {
    const item = items[index]?.item;
    return item === undefined ? [] : [writeItem(item).xml];
  });
