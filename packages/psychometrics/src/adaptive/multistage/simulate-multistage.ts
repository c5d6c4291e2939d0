import { Random } from '../../numeric/random.ts';
import { AbilityRecord } from '../ability.ts';
import type { AdaptiveBank } from '../bank.ts';
import { drawResponse, trueThetas } from '../simulation/simulate-cat.ts';
import { type SimulatedPerson, type SimulationSummary, summarize } from '../simulation/summary.ts';
import { type Module, type MultistageDesign, requireDesign } from './design.ts';
import { mostInformative } from './routing-points.ts';

/** A simulation of a multistage test. */
export interface MultistageSimulation {
  readonly persons: readonly (SimulatedPerson & { readonly path: readonly string[] })[];
  readonly summary: SimulationSummary;
  /** The share of candidates that took each path, modules joined by `>`. */
  readonly paths: ReadonlyMap<string, number>;
}

/**
 * The module of the next stage.
 *
 * @param stage from 0; cuts of stage 1 route out of stage 0.
 * @param from the module just taken; modules closed to it are passed over for the nearest open one.
 */
export function route(
  bank: AdaptiveBank,
  { stages, routing, closed = [] }: MultistageDesign,
  stage: number,
  from: Module,
  standing: { readonly theta: number; readonly score: number },
): Module {
  const modules = stages[stage] ?? [];
  const open = modules.filter(({ id }) => !closed.includes(`${from.id}>${id}`));
  if (open.length === 0) throw new RangeError(`from module "${from.id}" no way is open to stage ${stage + 1}`);
  if (routing.by === 'information') return mostInformative(bank, open, standing.theta) ?? from;
  const value = routing.by === 'theta' ? standing.theta : standing.score;
  const wanted = (routing.cuts[stage - 1] ?? []).filter((cut) => value >= cut).length;
  return open.reduce((best, module) =>
    Math.abs(modules.indexOf(module) - wanted) < Math.abs(modules.indexOf(best) - wanted) ? module : best,
  );
}

/**
 * Simulates a multistage test. The same seed gives the same tests.
 *
 * @param options.thetas the true θ of each candidate; or how many to draw from the prior of the bank.
 * @throws {RangeError} for a design that makes no sense.
 */
export function simulateMultistage(
  bank: AdaptiveBank,
  design: MultistageDesign,
  options: { readonly seed: number; readonly thetas: readonly number[] | number; readonly cut?: number },
): MultistageSimulation {
  requireDesign(bank, design);
  const random = new Random(options.seed);
  const thetas = trueThetas(bank, options.thetas, random);
  const persons = thetas.map((trueTheta) => {
    const record = new AbilityRecord(bank);
    const path: Module[] = [];
    let score = 0;
    for (let stage = 0; stage < design.stages.length; stage += 1) {
      const first = design.stages[0] ?? [];
      const last = path.at(-1);
      const module =
        last === undefined
          ? first[random.integer(first.length)]
          : route(bank, design, stage, last, { theta: record.current.theta, score });
      if (module === undefined) break;
      path.push(module);
      for (const place of module.items) {
        const item = bank.items[place];
        if (item === undefined || record.administered.includes(place)) continue;
        const category = drawResponse(item, trueTheta, random);
        score += category;
        record.add(place, category);
      }
    }
    const { theta, se } = record.current;
    return {
      trueTheta,
      theta,
      se,
      administered: record.administered,
      reason: 'length',
      path: path.map(({ id }) => id),
    };
  });
  const paths = new Map<string, number>();
  for (const { path } of persons) {
    const name = path.join('>');
    paths.set(name, (paths.get(name) ?? 0) + 1 / persons.length);
  }
  return { persons, summary: summarize(persons, bank.items.length, options.cut ?? null), paths };
}
