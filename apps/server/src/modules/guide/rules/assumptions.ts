import { defaultPayerClass, type PlanRequest, type Program } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';

/** What somebody chose for a plan; all of it may be left open. */
export interface PlanChoices {
  readonly startOn?: string | undefined;
  readonly payerClass?: string | undefined;
  readonly region?: string | undefined;
  readonly track?: Readonly<Record<string, string>> | undefined;
  readonly bundle?: string | undefined;
  readonly route?: string | undefined;
  readonly years: number;
  readonly retakes: number;
  readonly tuition: 'none' | 'low' | 'high';
}

/** A request with nothing left open. */
export type Assumptions = PlanRequest & Required<Pick<PlanRequest, 'route' | 'retakes' | 'tuition'>>;

const noSuchChoice = (path: string, what: string, known: readonly string[]) => {
  const message = `The program has no such ${what}. ${known.length === 0 ? 'It has none at all.' : `Choose one of: ${known.join(', ')}.`}`;
  return new Problem('invalid', 'guide.no-such-choice', message, [{ path, message }]);
};

/** One of the ids: the chosen one, or the first. */
function pick(path: string, what: string, ids: readonly string[], chosen: string | undefined): string | undefined {
  if (chosen === undefined) return ids[0];
  if (ids.includes(chosen)) return chosen;
  throw noSuchChoice(path, what, ids);
}

const idsOf = (parts: readonly { readonly id: string }[] | undefined): readonly string[] =>
  parts?.map(({ id }) => id) ?? [];

const trackOf = ({ tracks = [] }: Program, chosen: Readonly<Record<string, string>> = {}) => {
  const unknown = Object.keys(chosen).find((axis) => !tracks.some(({ id }) => id === axis));
  if (unknown !== undefined) throw noSuchChoice(`track.${unknown}`, 'track', idsOf(tracks));
  return Object.fromEntries(
    tracks.map(({ id, options }) => [id, pick(`track.${id}`, `option of "${id}"`, idsOf(options), chosen[id]) ?? '']),
  );
};

/**
 * Fills in what was left open: the class of everybody, the first region, option and way to renew.
 *
 * @param today `YYYY-MM-DD`.
 * @throws Problem `guide.no-such-choice`, which names what can be chosen.
 */
export const assume = (program: Program, choices: PlanChoices, today: string): Assumptions => {
  const classes = idsOf(program.payerClasses);
  const payerClass = pick('payerClass', 'payer class', classes, choices.payerClass ?? defaultPayerClass(program).id);
  const region = pick('region', 'region', idsOf(program.regions), choices.region);
  const track = trackOf(program, choices.track);
  const bundles = idsOf(program.bundles);
  const bundle = choices.bundle === undefined ? undefined : pick('bundle', 'bundle', bundles, choices.bundle);
  return {
    startOn: choices.startOn ?? today,
    payerClass: payerClass ?? '',
    route: pick('route', 'way to renew', idsOf(program.renewal.routes), choices.route) ?? '',
    years: choices.years,
    retakes: choices.retakes,
    tuition: choices.tuition,
    ...(region === undefined ? {} : { region }),
    ...(program.tracks === undefined ? {} : { track }),
    ...(bundle === undefined ? {} : { bundle }),
  };
};
