import type { Program } from './schema/program.ts';

export interface Provenance {
  /** No source states it: it is shown with a mark. */
  readonly assumed: boolean;
  /** The source of the nearest part around it that names one. */
  readonly source?: Program['sources'][number];
}

/**
 * Where a figure of a program comes from.
 *
 * @param path keys and, in lists, indexes from 0, such as `['fees', 0, 'prices', 0, 'amount']`.
 * @throws {RangeError} when the program has nothing there.
 */
export function provenanceOf(program: Program, path: readonly (string | number)[]): Provenance {
  let part: unknown = program;
  let assumed = false;
  let sourceId: unknown;
  for (const [depth, key] of path.entries()) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) {
      throw new RangeError(`The program "${program.id}" has nothing at "${path.slice(0, depth + 1).join('.')}".`);
    }
    if ('source' in part && part.source !== undefined) {
      sourceId = part.source;
      assumed = false;
    }
    if ('assumed' in part && Array.isArray(part.assumed) && part.assumed.includes(key)) assumed = true;
    part = Reflect.get(part, key);
  }
  const source = program.sources.find(({ id }) => id === sourceId);
  return assumed || source === undefined ? { assumed } : { assumed, source };
}
