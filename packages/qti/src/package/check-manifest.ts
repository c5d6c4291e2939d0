import type { Manifest } from '../manifest/manifest.ts';
import { MANIFEST } from './find-documents.ts';
import type { PackageLog } from './report.ts';

/** Files that a package may carry for schema validators without listing them. */
const CONTROL = /\.(?:xsd|dtd|mod)$/i;

/**
 * Compares the manifest with the files.
 *
 * @param documents paths that are reported on as documents, so that a missing one is not reported twice.
 */
export function checkManifest(
  manifest: Manifest,
  paths: readonly string[],
  documents: ReadonlySet<string>,
  log: PackageLog,
): void {
  const present = new Set(paths);
  const byLowerCase = new Map(paths.map((path) => [path.toLowerCase(), path]));
  const resources = new Set(manifest.resources.map(({ identifier }) => identifier));
  const listed = new Set<string>([MANIFEST]);
  for (const { identifier, href, files, dependencies, variants } of manifest.resources) {
    for (const path of new Set(href === null ? files : [href, ...files])) {
      listed.add(path);
      if (present.has(path) || documents.has(path)) continue;
      const similar = byLowerCase.get(path.toLowerCase());
      const hint = similar === undefined ? 'put it in, or take it from the list' : `there is "${similar}"`;
      log.add(MANIFEST, `the resource "${identifier}" lists "${path}", which is not in the package; ${hint}`);
    }
    for (const other of [...dependencies, ...variants.map(({ resource }) => resource)]) {
      if (resources.has(other)) continue;
      log.add(
        MANIFEST,
        `the resource "${identifier}" refers to the resource "${other}", which the manifest does not list`,
      );
    }
  }
  for (const path of paths) {
    if (!listed.has(path) && !CONTROL.test(path))
      log.add(path, 'the file is in the package, and the manifest does not list it');
  }
}
