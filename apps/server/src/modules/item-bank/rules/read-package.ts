import { parseManifest } from '@testamur/qti';
import type { ProblemField } from '../../../kernel/index.ts';
import type { ItemSource } from './accept-item.ts';

/** An IMS content package that the caller has read: the text of each file by its path inside the package. */
export interface ItemPackage {
  /** For messages. */
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

interface PackageItem extends ItemSource {
  /** The package and the file, for messages. */
  readonly path: string;
}

const manifestName = 'imsmanifest.xml';
const itemType = /^imsqti_item_xmlv3p0$/;

/** The items that the manifest of a package lists, each with its classifications. */
export const readPackage = ({
  name,
  files,
}: ItemPackage): { readonly items: readonly PackageItem[]; readonly problems: readonly ProblemField[] } => {
  const manifestPath = `${name}/${manifestName}`;
  const manifest = files.get(manifestName);
  if (manifest === undefined) {
    return { items: [], problems: [{ path: manifestPath, message: 'The package has no manifest.' }] };
  }
  const result = parseManifest(manifest);
  if (result.status !== 'ok') {
    const problems = result.messages.map(({ line, column, text }) => ({
      path: manifestPath,
      message: `Line ${line}, column ${column}: ${text}.`,
    }));
    return { items: [], problems };
  }
  const items: PackageItem[] = [];
  const problems: ProblemField[] = [];
  for (const { identifier, type, href, topic, cognitiveLevel, objective } of result.manifest.resources) {
    if (!itemType.test(type)) continue;
    const xml = href === null ? undefined : files.get(href);
    const path = `${name}/${href ?? identifier}`;
    if (xml === undefined)
      problems.push({ path, message: `The manifest lists "${identifier}", and its file is missing.` });
    else if (topic === null) problems.push({ path, message: `The manifest gives "${identifier}" no topic.` });
    else items.push({ xml, topic, cognitiveLevel: cognitiveLevel ?? '', objective: objective ?? '', path });
  }
  return { items, problems };
};
