import type { Manifest, ManifestResource } from '../manifest/manifest.ts';
import { kindOf } from '../upgrade/kind-of.ts';
import type { PackageLog } from './report.ts';
import type { FileSource } from './source.ts';

export const MANIFEST = 'imsmanifest.xml';

/** A document of the package: `bytes` null when its file is missing or damaged, and then `problem` says which. */
export interface FoundDocument {
  readonly file: string;
  readonly kind: 'item' | 'test' | 'section' | 'stimulus';
  readonly bytes: Uint8Array | null;
  readonly problem: string;
  readonly resource: ManifestResource | undefined;
}

/**
 * The documents of a package: what the manifest lists, and XML files that begin as one. What a file is, its root decides; the
 * manifest alone where the root does not tell.
 */
export function findDocuments(files: FileSource, manifest: Manifest | null, log: PackageLog): FoundDocument[] {
  const listed = new Map<string, ManifestResource>();
  const others = new Map<string, ManifestResource>();
  for (const resource of manifest?.resources ?? []) {
    const map = resource.kind === 'other' ? others : listed;
    if (resource.href !== null && !map.has(resource.href)) map.set(resource.href, resource);
  }
  const loose = files.paths.filter((path) => /\.xml$/i.test(path) && !listed.has(path) && path !== MANIFEST);
  return [...listed.keys(), ...loose].flatMap((file): FoundDocument[] => {
    const resource = listed.get(file) ?? others.get(file);
    const content = files.read(file);
    const stated = resource === undefined || resource.kind === 'other' ? undefined : resource.kind;
    if (!content.ok) {
      if (stated === undefined) return [];
      return [{ file, kind: stated, bytes: null, problem: content.text, resource }];
    }
    const { kind } = kindOf(content.bytes);
    if (kind === 'manifest')
      log.add(file, 'this second manifest is not read; pack what it lists as a package of its own');
    const found = kind === 'manifest' || kind === 'result' ? undefined : (kind ?? stated);
    if (found === undefined) return [];
    if (stated !== undefined && found !== stated) {
      log.add(
        MANIFEST,
        `the resource "${resource?.identifier}" is listed as a ${stated}, and its file is a ${found}; read as that`,
      );
    }
    return [{ file, kind: found, bytes: content.bytes, problem: '', resource }];
  });
}
