import { nameProblem } from './path.ts';
import type { ZipLimits } from './zip/limits.ts';
import { readZip, type ZipProblem } from './zip/read-zip.ts';
import { ZipRefusal } from './zip/refusal.ts';

/** The bytes of a file, or why there are none. */
export type FileContent =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly text: string };

/** The files of a package, whatever they came in. */
export interface FileSource {
  readonly paths: readonly string[];
  readonly problems: readonly ZipProblem[];
  read(path: string): FileContent;
  /** What is wrong with the data of a file; undefined when all is well. */
  check(path: string): string | undefined;
}

/** @throws {ZipRefusal} when the source as a whole is not taken. */
export function openSource(source: Uint8Array | ReadonlyMap<string, Uint8Array>, limits: ZipLimits): FileSource {
  return 'byteLength' in source ? archiveSource(source, limits) : mapSource(source, limits);
}

/** Why there is nothing to read: the file was not taken, or was never there. */
const missing = (problems: readonly ZipProblem[], path: string): FileContent => ({
  ok: false,
  text: problems.find(({ name }) => name === path)?.text ?? 'it is not in the package',
});

function archiveSource(source: Uint8Array, limits: ZipLimits): FileSource {
  const archive = readZip(source, limits);
  return {
    paths: archive.paths,
    problems: archive.problems,
    check: archive.check,
    read: (path) => {
      try {
        const bytes = archive.read(path);
        return bytes === undefined ? missing(archive.problems, path) : { ok: true, bytes };
      } catch (error) {
        if (error instanceof ZipRefusal) return { ok: false, text: error.message };
        throw error;
      }
    },
  };
}

/** Files that have been unpacked elsewhere: the same limits and the same care with names. */
function mapSource(source: ReadonlyMap<string, Uint8Array>, limits: ZipLimits): FileSource {
  if (source.size > limits.maxEntries) {
    throw new ZipRefusal(`the package has ${source.size} files; ${limits.maxEntries} are allowed`);
  }
  const files = new Map<string, Uint8Array>();
  const problems: ZipProblem[] = [];
  let total = 0;
  for (const [written, bytes] of source) {
    const name = written.normalize('NFC');
    const unsafe = nameProblem(name);
    total += bytes.length;
    if (total > limits.maxTotalBytes) {
      throw new ZipRefusal(`the files are more than the ${limits.maxTotalBytes} bytes that are allowed`);
    }
    if (unsafe !== undefined) problems.push({ name, text: `its name is not safe: ${unsafe}; rename it` });
    else if (files.has(name)) problems.push({ name, text: 'another file has the same name; rename one' });
    else if (bytes.length > limits.maxEntryBytes) {
      problems.push({ name, text: `it is ${bytes.length} bytes; ${limits.maxEntryBytes} are allowed` });
    } else files.set(name, bytes);
  }
  return {
    paths: [...files.keys()],
    problems,
    check: () => undefined,
    read: (path) => {
      const bytes = files.get(path);
      return bytes === undefined ? missing(problems, path) : { ok: true, bytes };
    },
  };
}

/** What systems add to folders and archives for themselves. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The source without what systems add, and seen from inside the one folder that holds everything, as happens when the folder
 * is packed instead of its content.
 */
export function packageRoot(source: FileSource): { readonly source: FileSource; readonly folder: string } {
  const paths = source.paths.filter((path) => !CLUTTER.test(path));
  const problems = source.problems.filter(({ name }) => !CLUTTER.test(name));
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  const inside =
    folder !== '' &&
    paths.includes(`${folder}imsmanifest.xml`) &&
    [...paths, ...problems.map(({ name }) => name)].every((path) => path.startsWith(folder));
  if (!inside) return { source: { ...source, paths, problems }, folder: '' };
  const below = (path: string): string => path.slice(folder.length);
  return {
    folder,
    source: {
      paths: paths.map(below),
      problems: problems.map(({ name, text }) => ({ name: below(name), text })),
      check: (path) => source.check(folder + path),
      read: (path) => source.read(folder + path),
    },
  };
}
