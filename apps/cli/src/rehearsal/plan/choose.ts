import {
  applies,
  type Circumstances,
  defaultPayerClass,
  isForRenewal,
  listCircumstances,
  type Program,
  quote,
} from '@testamur/program';
import type { Plan } from './plan.ts';

/** Someone for whom no membership was verified, at a time at which all prices of the program hold. */
const someone = (program: Program, at: string) => ({ payerClass: defaultPayerClass(program).id, at });

const isTaxed = (program: Program, circumstances: Circumstances): boolean =>
  program.taxes?.some((tax) => applies(tax, circumstances) === true) ?? false;

/** What everything until the certification costs under some circumstances, taxes included. */
const costOf = (program: Program, circumstances: Circumstances, at: string): number =>
  quote(program, { ...someone(program, at), ...circumstances }).totalMinor;

/**
 * Where and in which track somebody applies: where a tax is levied if there is such a place, else where it costs most, so
 * that a price for another place would be noticed.
 *
 * @param skip how many of the best choices are left to others.
 */
export const chooseCircumstances = (program: Program, at: string, skip = 0): Circumstances => {
  const all = listCircumstances(program);
  const [first = {}] = all;
  const here = all.filter(({ track }) => JSON.stringify(track) === JSON.stringify(first.track));
  const ranked = here
    .map((circumstances) => ({
      circumstances,
      taxed: isTaxed(program, circumstances),
      cost: costOf(program, circumstances, at),
    }))
    .sort((a, b) => Number(b.taxed) - Number(a.taxed) || b.cost - a.cost);
  return ranked[Math.min(skip, ranked.length - 1)]?.circumstances ?? first;
};

/** A track that differs from the one given on every axis, so that each option of it is another one. */
export const otherTrack = (
  program: Program,
  { track }: Pick<Plan, 'track'>,
): Readonly<Record<string, string>> | undefined => {
  if (track === undefined || program.tracks === undefined) return undefined;
  const other = program.tracks.map(({ id, options }) => [id, options.find((one) => one.id !== track[id])?.id] as const);
  return Object.fromEntries(other.flatMap(([axis, option]) => (option === undefined ? [] : [[axis, option]])));
};

/** The assessments of a first certification that are there for the candidate. */
export const assessmentsFor = (program: Program, circumstances: Circumstances) =>
  program.assessments.filter(
    (assessment) => !isForRenewal(program, assessment.id) && applies(assessment, circumstances) !== false,
  );

/**
 * A life in which everything goes well, and every choice of the program is made the way that shows most of it.
 *
 * @param skip how many of the best places are left to others.
 */
export const planLife = (program: Program, at: string, skip = 0): Plan => {
  const circumstances = chooseCircumstances(program, at, skip);
  const member = program.payerClasses.find(({ proof }) => proof === 'membership');
  // Where the order is free, the last one comes first: what holds in this order was not due to the file's.
  const order = assessmentsFor(program, circumstances).map(({ id }) => id);
  const bundle = program.bundles?.[0]?.id;
  return {
    ...circumstances,
    ...(member === undefined || isGranted(program, member.id) ? {} : { payerClass: member.id }),
    ...(bundle === undefined ? {} : { bundle }),
    paysByVoucher: program.fees.some(({ vouchers }) => vouchers === true),
    order: order.toReversed(),
    fails: new Set(),
    routes: program.renewal.routes.map(({ id }) => id),
    mishaps: new Set(),
  };
};

/** Whether a membership comes with a fee: then nobody has to claim it before. */
export const isGranted = ({ fees }: Pick<Program, 'fees'>, payerClass: string): boolean =>
  fees.some(({ grants }) => grants?.some((grant) => grant.kind === 'membership' && grant.payerClass === payerClass));
