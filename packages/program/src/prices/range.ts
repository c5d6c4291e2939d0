import { type Circumstances, listCircumstances } from '../circumstances.ts';
import type { Instant } from '../facts.ts';
import { findFee } from '../lookup.ts';
import type { Program } from '../schema/program.ts';
import { isThere, quote } from './quote.ts';

/** The lowest and the highest of several prices in one currency. */
export interface PriceRange {
  readonly currency: string;
  readonly lowestMinor: number;
  readonly highestMinor: number;
  /** What the price differs by: `payerClass`, `region`, or axes of the tracks; empty where all pay the same. */
  readonly variesBy: readonly string[];
}

export interface RangeRequest extends Circumstances {
  readonly at: Instant;
  /** Only for this class; without it over all. */
  readonly payerClass?: string;
}

interface Sample {
  readonly payerClass: string;
  readonly place: Circumstances;
  readonly amountMinor: number;
  readonly currency: string;
}

/** What all who fit the request would pay. Places where it is not there are left out. */
function samplesOf(
  program: Program,
  { region, track, payerClass }: RangeRequest,
  amountsOf: (place: Circumstances, payerClass: string) => readonly { amountMinor: number; currency: string }[],
): readonly Sample[] {
  const classes = payerClass === undefined ? program.payerClasses.map(({ id }) => id) : [payerClass];
  return listCircumstances(program)
    .filter((place) => region === undefined || place.region === region)
    .filter((place) => Object.entries(track ?? {}).every(([axis, option]) => place.track?.[axis] === option))
    .flatMap((place) =>
      classes.flatMap((payer) => amountsOf(place, payer).map((found) => ({ payerClass: payer, place, ...found }))),
    );
}

const valueOn = (axis: string, { payerClass, place }: Sample): string | undefined =>
  axis === 'payerClass' ? payerClass : axis === 'region' ? place.region : place.track?.[axis];

/** Whether two who differ in nothing but this axis pay different amounts. */
function variesBy(axis: string, axes: readonly string[], samples: readonly Sample[]): boolean {
  const amounts = new Map<string, string>();
  return samples.some((sample) => {
    const rest = axes.filter((other) => other !== axis).map((other) => valueOn(other, sample));
    const amount = `${sample.amountMinor} ${sample.currency}`;
    const before = amounts.get(rest.join('\n'));
    amounts.set(rest.join('\n'), amount);
    return before !== undefined && before !== amount;
  });
}

function rangesOf(program: Program, samples: readonly Sample[], listed: readonly Sample[]): readonly PriceRange[] {
  const axes = ['payerClass', ...(program.regions ? ['region'] : []), ...(program.tracks ?? []).map(({ id }) => id)];
  const varying = axes.filter((axis) => variesBy(axis, axes, listed));
  const currencies = [...new Set(samples.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const amounts = samples.filter((sample) => sample.currency === currency).map(({ amountMinor }) => amountMinor);
    return { currency, lowestMinor: Math.min(...amounts), highestMinor: Math.max(...amounts), variesBy: varying };
  });
}

/**
 * The lowest and the highest price of a fee for its first attempt, taxes left out, over all who fit the request.
 *
 * @returns one range a currency; none where the fee is there for nobody.
 * @throws {RangeError} for a fee or payer class that the program does not have.
 */
export function priceRange(program: Program, feeId: string, request: RangeRequest): readonly PriceRange[] {
  const fee = findFee(program, feeId);
  if (fee === undefined) throw new RangeError(`The program "${program.id}" has no fee "${feeId}".`);
  const samples = samplesOf(program, request, (place, payerClass) => {
    if (isThere(program, fee, place) !== true) return [];
    const { lines } = quote(program, { payerClass, at: request.at, ...place, fees: [{ fee: feeId }] });
    return lines.filter(({ kind }) => kind === 'fee');
  });
  return rangesOf(program, samples, samples);
}

/**
 * The lowest and the highest that the way to the first certification costs, taxes included, over all who fit the request;
 * bundles count where they can be chosen.
 *
 * @returns one range a currency.
 * @throws {RangeError} for a payer class that the program does not have.
 */
export function costRange(program: Program, request: RangeRequest): readonly PriceRange[] {
  const totalOf = (place: Circumstances, payerClass: string, bundle?: string) => {
    const chosen = bundle === undefined ? {} : { bundle };
    const { totalMinor: amountMinor, currency } = quote(program, { payerClass, at: request.at, ...place, ...chosen });
    return { amountMinor, currency };
  };
  const single = samplesOf(program, request, (place, payerClass) => [totalOf(place, payerClass)]);
  const bundled = samplesOf(program, request, (place, payerClass) =>
    (program.bundles ?? [])
      .filter(({ fees }) =>
        fees.every((id) => {
          const fee = findFee(program, id);
          return fee !== undefined && isThere(program, fee, place) === true;
        }),
      )
      .map(({ id }) => totalOf(place, payerClass, id)),
  );
  return rangesOf(program, [...single, ...bundled], single);
}
