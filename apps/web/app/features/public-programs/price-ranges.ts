import {
  applies,
  type Bundle,
  type Circumstances,
  type Fee,
  findAssessment,
  findFee,
  listCircumstances,
  type Program,
  quote,
} from '@testamur/program';

/** The lowest and the highest of several amounts in one currency. */
export interface AmountRange {
  readonly currency: string;
  readonly lowestMinor: number;
  readonly highestMinor: number;
}

type Payable = Fee | Bundle;

const isFeeThere = (program: Program, fee: Fee, place: Circumstances): boolean =>
  applies(fee, place) === true &&
  (fee.kind !== 'assessment' ||
    fee.assessments.some((id) => {
      const assessment = findAssessment(program, id);
      return assessment !== undefined && applies(assessment, place) === true;
    }));

const feesOf = (program: Program, payable: Payable): readonly Fee[] =>
  'fees' in payable ? payable.fees.flatMap((id) => findFee(program, id) ?? []) : [payable];

interface Sample {
  readonly place: Circumstances;
  readonly amountMinor: number;
  readonly currency: string;
}

/** What a class pays in every place where there is something to pay, taxes left out. */
const samplesOf = (program: Program, payable: Payable, payerClass: string, day: string): readonly Sample[] => {
  const fees = feesOf(program, payable);
  const at = `${day}T12:00:00.000Z`;
  return listCircumstances(program)
    .filter((place) => fees.every((fee) => isFeeThere(program, fee, place)))
    .map((place) => {
      const bundle = 'fees' in payable ? { bundle: payable.id } : {};
      const asked = { payerClass, at, ...place, ...bundle, fees: fees.map(({ id }) => ({ fee: id })) };
      const line = quote(program, asked).lines.find(({ kind }) => kind === 'fee' || kind === 'bundle');
      return { place, amountMinor: line?.amountMinor ?? 0, currency: line?.currency ?? program.currency };
    });
};

export const rangesOf = (amounts: readonly { amountMinor: number; currency: string }[]): readonly AmountRange[] =>
  [...new Set(amounts.map(({ currency }) => currency))].map((currency) => {
    const minor = amounts.filter((one) => one.currency === currency).map(({ amountMinor }) => amountMinor);
    return { currency, lowestMinor: Math.min(...minor), highestMinor: Math.max(...minor) };
  });

/** What a fee or a bundle costs one class, over all places: one range a currency, none where nothing is asked. */
export const priceRanges = (
  program: Program,
  payable: Payable,
  payerClass: string,
  day: string,
): readonly AmountRange[] => rangesOf(samplesOf(program, payable, payerClass, day));

/** One row of a price list: a place, and what each class pays there. */
export interface PlaceRow {
  readonly place: Circumstances;
  readonly prices: Readonly<Record<string, readonly AmountRange[]>>;
}

type Axis = string;

const valueOn = (axis: Axis, { region, track }: Circumstances): string | undefined =>
  axis === 'region' ? region : track?.[axis];

/** The axes on which the price of a class differs: where two places that differ in it alone differ in price. */
const varyingAxes = (program: Program, samples: readonly Sample[]): readonly Axis[] => {
  const axes = [...(program.regions ? ['region'] : []), ...(program.tracks ?? []).map(({ id }) => id)];
  return axes.filter((axis) => {
    const rest = (place: Circumstances) =>
      axes
        .filter((other) => other !== axis)
        .map((other) => valueOn(other, place))
        .join('\n');
    const seen = new Map<string, string>();
    return samples.some(({ place, amountMinor, currency }) => {
      const before = seen.get(rest(place));
      seen.set(rest(place), `${amountMinor} ${currency}`);
      return before !== undefined && before !== `${amountMinor} ${currency}`;
    });
  });
};

const only = (axes: readonly Axis[], { region, track }: Circumstances): Circumstances => {
  const kept = Object.entries(track ?? {}).filter(([axis]) => axes.includes(axis));
  return {
    ...(region !== undefined && axes.includes('region') ? { region } : {}),
    ...(kept.length > 0 ? { track: Object.fromEntries(kept) } : {}),
  };
};

/** The price list of a fee by place; empty where it costs the same everywhere. */
export const placeRows = (program: Program, payable: Payable, day: string): readonly PlaceRow[] => {
  const byClass = program.payerClasses.map(({ id }) => ({ id, samples: samplesOf(program, payable, id, day) }));
  const axes = [...new Set(byClass.flatMap(({ samples }) => varyingAxes(program, samples)))];
  if (axes.length === 0) return [];
  const places = new Map<string, Circumstances>();
  for (const { place } of byClass.flatMap(({ samples }) => samples)) {
    const kept = only(axes, place);
    places.set(JSON.stringify(kept), kept);
  }
  return [...places].map(([key, place]) => ({
    place,
    prices: Object.fromEntries(
      byClass.map(({ id, samples }) => [
        id,
        rangesOf(samples.filter((sample) => JSON.stringify(only(axes, sample.place)) === key)),
      ]),
    ),
  }));
};
