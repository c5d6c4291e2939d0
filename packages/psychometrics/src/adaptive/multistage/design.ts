import type { AdaptiveBank } from '../bank.ts';

/** A module: items that are given together. */
export interface Module {
  readonly id: string;
  /** Places of its items in the bank. */
  readonly items: readonly number[];
}

/**
 * How the next module is chosen. `theta`: the interval of the estimate among the cuts of the stage; `number-correct`: the
 * interval of the sum score so far; `information`: the module with the most information at the estimate.
 *
 * Cuts rise, one fewer than the stage has modules, easiest module first. There is one list for each stage after the first.
 */
export type Routing =
  | { readonly by: 'theta' | 'number-correct'; readonly cuts: readonly (readonly number[])[] }
  | { readonly by: 'information' };

/** A panel: stages, each with modules from easy to hard; all candidates begin in one of the first stage. */
export interface MultistageDesign {
  readonly stages: readonly (readonly Module[])[];
  readonly routing: Routing;
  /** Pairs of modules between which one may not pass, as `from>to`. */
  readonly closed?: readonly string[];
}

/** @throws {RangeError} naming the stage, module or cut that makes no sense. */
export function requireDesign(bank: AdaptiveBank, { stages, routing }: MultistageDesign): void {
  if (stages.length === 0 || stages.some((modules) => modules.length === 0)) {
    throw new RangeError('a multistage test wants at least one stage, and each stage at least one module');
  }
  const ids = stages.flatMap((modules) => modules.map(({ id }) => id));
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new RangeError(`module "${twice}" stands twice; give each module an id of its own`);
  for (const { id, items } of stages.flat()) {
    if (items.length === 0) throw new RangeError(`module "${id}" has no items`);
    const wrong = items.find((place) => bank.items[place] === undefined);
    if (wrong !== undefined) throw new RangeError(`module "${id}" names place ${wrong}, which the bank does not have`);
  }
  if (routing.by === 'information') return;
  stages.slice(1).forEach((modules, at) => {
    const cuts = routing.cuts[at] ?? [];
    if (cuts.length !== modules.length - 1 || cuts.some((cut, n) => n > 0 && !(cut >= (cuts[n - 1] ?? cut)))) {
      throw new RangeError(
        `stage ${at + 2} has ${modules.length} modules and the cuts ${cuts.join(', ')}; give ${modules.length - 1}, rising`,
      );
    }
  });
}
