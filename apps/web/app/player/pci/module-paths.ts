import type { PortableCustomInteraction } from '@testamur/qti';

/** Paths of the package where a module may be, in the order to try them, by the module's id. */
export type ModulePaths = ReadonlyMap<string, readonly string[]>;

/** A loader's path has no ending; a file of a package has one. */
const withEnding = (path: string): string => (/\.m?js$/i.test(path) ? path : `${path}.js`);

/** The paths of a module resolution file: `{"paths": {"id": "path" | ["path", "fallback"]}}`; what is none has none. */
export const pathsOfConfiguration = (text: string): ModulePaths => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return new Map();
  }
  if (typeof read !== 'object' || read === null || !('paths' in read)) return new Map();
  const { paths } = read;
  if (typeof paths !== 'object' || paths === null) return new Map();
  return new Map(
    Object.entries(paths).map(([id, path]: [string, unknown]) => [
      id,
      (Array.isArray(path) ? path : [path]).filter((each): each is string => typeof each === 'string').map(withEnding),
    ]),
  );
};

/** Where the modules of an interaction may be: what it lists itself goes before its resolution file. */
export const pathsOf = ({ modules }: PortableCustomInteraction, configured: ModulePaths): ModulePaths => {
  const listed = modules.map(({ id, primaryPath, fallbackPath }): [string, readonly string[]] => [
    id,
    [primaryPath, fallbackPath].flatMap((path) => (path === null ? [] : [withEnding(path)])),
  ]);
  return new Map([...configured, ...listed.filter(([, paths]) => paths.length > 0)]);
};

/** The source of a module: the first of its paths that loads; null when none does. */
export const sourceOf = async (
  id: string,
  paths: ModulePaths,
  modules: (path: string) => Promise<string>,
): Promise<string | null> => {
  for (const path of paths.get(id) ?? [withEnding(id)]) {
    try {
      return await modules(path);
    } catch {
      // The next path is there for this.
    }
  }
  return null;
};
