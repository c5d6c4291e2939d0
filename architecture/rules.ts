import { floors, maxLines, pureNodeModules, purePackages } from './floor-plan.ts';
import { importsOf, type SourceFile } from './imports.ts';

const modulesFolder = 'apps/server/src/modules/';
const floorOf = (module: string): number => floors.findIndex((floor) => floor.includes(module));
const isTest = (path: string): boolean => /(\.test\.tsx?$)|(\/(testing|test)\/)/.test(path);

const moduleOf = (path: string): string | undefined =>
  path.startsWith(modulesFolder) ? path.slice(modulesFolder.length).split('/')[0] : undefined;

/** Calls go down, and only through the door. */
export const findFloorViolations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    const own = moduleOf(file.path);
    if (own === undefined || isTest(file.path)) return [];
    if (floorOf(own) < 0) return [`${file.path}: the module "${own}" stands on no floor of the plan.`];
    return importsOf(file).flatMap(({ target }): string[] => {
      const other = target && moduleOf(target);
      if (target === undefined || other === undefined || other === own) return [];
      const inside = target.slice(modulesFolder.length + other.length + 1);
      const door = inside === 'index.ts' || inside === 'contract.ts' || inside.startsWith('contract/');
      if (floorOf(other) < 0) return [`${file.path}: imports "${other}", which stands on no floor of the plan.`];
      if (floorOf(other) >= floorOf(own)) return [`${file.path}: "${own}" imports "${other}", which is not below it.`];
      return door ? [] : [`${file.path}: imports ${target} past the door of "${other}" (index.ts).`];
    });
  });

/** The platform knows no domain, and the kernel knows nothing at all. */
export const findPlatformViolations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    const inKernel = file.path.startsWith('apps/server/src/kernel/');
    const inPlatform = file.path.startsWith('apps/server/src/platform/');
    if (!inKernel && !inPlatform) return [];
    return importsOf(file).flatMap(({ target, specifier }): string[] => {
      if (target?.startsWith(modulesFolder))
        return [`${file.path}: the ${inKernel ? 'kernel' : 'platform'} imports a module.`];
      if (!inKernel || isTest(file.path)) return [];
      return target?.startsWith('apps/server/src/kernel/') ? [] : [`${file.path}: the kernel imports ${specifier}.`];
    });
  });

/** The web sees contracts and pure packages, nothing else of the server. */
export const findWebViolations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    if (!file.path.startsWith('apps/web/')) return [];
    return importsOf(file).flatMap(({ target, specifier }): string[] => {
      if (target?.startsWith('apps/server/')) return [`${file.path}: reaches into the server by ${specifier}.`];
      const server = specifier.startsWith('@testamur/server');
      const allowed = specifier === '@testamur/server/contract' || specifier === '@testamur/server/kernel';
      return server && !allowed ? [`${file.path}: imports ${specifier}.`] : [];
    });
  });

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, '$1');

const worldly = [
  [/\bDate\.now\(|\bnew Date\(\)/, 'reads the clock'],
  [/\bMath\.random\(/, 'draws random numbers by itself'],
  [/\bfetch\(|\bprocess\.(env|argv|cwd)/, 'reaches into the world'],
] as const;

/** Published packages are pure. */
export const findPurityViolations = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    const [, name] = /^packages\/([^/]+)\/src\//.exec(file.path) ?? [];
    if (name === undefined || isTest(file.path)) return [];
    const allowed = purePackages[name];
    if (allowed === undefined) return [`${file.path}: the package "${name}" is not in the plan.`];
    const imports = importsOf(file).flatMap(({ specifier, target }): string[] => {
      if (specifier.startsWith('node:') && !pureNodeModules.includes(specifier))
        return [`${file.path}: imports ${specifier}.`];
      if (specifier.startsWith('@testamur/') && !allowed.includes(specifier.slice(10)))
        return [`${file.path}: imports ${specifier}.`];
      return target !== undefined && !target.startsWith(`packages/${name}/`)
        ? [`${file.path}: imports ${target}.`]
        : [];
    });
    const code = withoutComments(file.text);
    return [
      ...imports,
      ...worldly.filter(([pattern]) => pattern.test(code)).map(([, what]) => `${file.path}: ${what}.`),
    ];
  });

/** No code names a program: what a certifying body decides stands in its program file. */
export const findNamedPrograms = (files: readonly SourceFile[], programIds: readonly string[]): string[] => {
  const pattern = new RegExp(`['"\`](${programIds.join('|')})['"\`]`, 'i');
  return files
    .filter((file) => /^(packages\/[^/]+\/src|apps\/[^/]+\/(src|app|bin))\//.test(file.path) && !isTest(file.path))
    .flatMap((file) => (pattern.test(withoutComments(file.text)) ? [`${file.path}: names a program.`] : []));
};

export const findLongFiles = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => {
    const lines = file.text.split('\n').length - 1;
    return lines > maxLines ? [`${file.path}: ${lines} lines; split it by concept.`] : [];
  });
