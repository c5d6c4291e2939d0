import { describe, expect, it } from 'vitest';
import { contradictions } from '../parse/checks/index.ts';
import type { Price, Program } from '../schema/program.ts';
import { noon } from '../testing/facts.ts';
import { assessmentFee, bundle, exam, programOf, stageFee, tax } from '../testing/parts.ts';
import { shareOf } from './money.ts';
import { MissingCircumstanceError } from './price.ts';
import { quote } from './quote.ts';
import { costRange, priceRange } from './range.ts';

const at = noon('2027-01-10');

const regions: NonNullable<Program['regions']> = [
  { id: 'north', title: 'North' },
  { id: 'south', title: 'South', currency: 'JPY' },
];
const tracks: NonNullable<Program['tracks']> = [
  {
    id: 'level',
    title: 'Level',
    options: [
      { id: 'core', title: 'Core' },
      { id: 'expert', title: 'Expert' },
    ],
  },
];
const regional: Price[] = [
  { amount: '100.00', for: { region: ['north'] } },
  { amount: '20000', for: { region: ['south'] } },
  { amount: '150.00', for: { region: ['north'], level: ['expert'] } },
];
const placed = programOf([exam('core')], [assessmentFee(['core'], { prices: regional })], { regions, tracks });

const member = { payerClass: 'member', at };
const core = { track: { level: 'core' } };

describe('a price by circumstances', () => {
  it('is the one of the row that names more, in the currency of the region', () => {
    expect(contradictions(placed)).toEqual([]);
    expect(quote(placed, { ...member, ...core, region: 'north' })).toMatchObject({
      totalMinor: 10_000,
      currency: 'USD',
    });
    expect(quote(placed, { ...member, track: { level: 'expert' }, region: 'north' }).totalMinor).toBe(15_000);
    expect(quote(placed, { ...member, ...core, region: 'south' })).toMatchObject({
      totalMinor: 20_000,
      currency: 'JPY',
    });
  });

  it('that names more holds before one that began later', () => {
    const prices = [
      { amount: '80.00', payerClass: 'member' },
      { amount: '90.00' },
      { amount: '99.00', from: '2027-01-01' },
    ];
    const program = programOf([exam('core')], [assessmentFee(['core'], { prices })]);
    expect(quote(program, member).totalMinor).toBe(8000);
    expect(quote(program, { payerClass: 'other', at }).totalMinor).toBe(9900);
  });

  it('says which circumstance is missing', () => {
    const ask = (more: object) => () => quote(placed, { ...member, ...more });
    const axesOf = (act: () => unknown): readonly string[] => {
      try {
        act();
      } catch (error) {
        if (error instanceof MissingCircumstanceError) return error.axes;
        throw error;
      }
      return [];
    };
    expect(axesOf(ask(core))).toEqual(['region']);
    expect(axesOf(ask({ region: 'north' }))).toEqual(['level']);
    expect(axesOf(ask({}))).toEqual(['region', 'level']);
    expect(axesOf(ask({ ...core, region: 'south' }))).toEqual([]);
  });

  it('refuses regions, options, bundles and vouchers that the program does not have', () => {
    expect(() => quote(placed, { ...member, region: 'west' })).toThrow(/no region "west"/);
    expect(() => quote(placed, { ...member, track: { level: 'guru' } })).toThrow(
      /no option of the track "level", "guru"/,
    );
    expect(() => quote(placed, { ...member, bundle: 'all' })).toThrow(/no bundle "all"/);
    const vouchers = [{ fee: 'core-fee' }];
    expect(() => quote(placed, { ...member, ...core, region: 'north', vouchers })).toThrow(/takes no vouchers/);
  });

  it('ranges over all who fit, a range a currency, and says what it differs by', () => {
    const [usd, jpy] = priceRange(placed, 'core-fee', { at });
    expect(usd).toMatchObject({ currency: 'USD', lowestMinor: 10_000, highestMinor: 15_000 });
    expect(jpy).toMatchObject({ currency: 'JPY', lowestMinor: 20_000, highestMinor: 20_000 });
    expect(usd?.variesBy).toEqual(['region', 'level']);
    expect(priceRange(placed, 'core-fee', { at, region: 'north', track: { level: 'core' } })).toEqual([
      { currency: 'USD', lowestMinor: 10_000, highestMinor: 10_000, variesBy: [] },
    ]);
  });
});

describe('a quote of a whole certification', () => {
  const two = programOf(
    [exam('first'), exam('second')],
    [
      stageFee('application'),
      assessmentFee(['first'], { vouchers: true }),
      assessmentFee(['second']),
      stageFee('certification'),
    ],
    { bundles: [bundle(['first-fee', 'second-fee'], '180.00')], taxes: [tax(8.875)] },
  );

  it('adds every fee of the way, each with its tax as a line of its own', () => {
    expect(contradictions(two)).toEqual([]);
    const { lines, totalMinor } = quote(two, member);
    expect(lines.map(({ kind, fee, amountMinor }) => [kind, fee, amountMinor])).toEqual([
      ['fee', 'application-fee', 5000],
      ['tax', 'application-fee', 444],
      ['fee', 'first-fee', 10_000],
      ['tax', 'first-fee', 888],
      ['fee', 'second-fee', 10_000],
      ['tax', 'second-fee', 888],
      ['fee', 'certification-fee', 5000],
      ['tax', 'certification-fee', 444],
    ]);
    expect(totalMinor).toBe(32_664);
  });

  it('puts a bundle in the place of the fees that are in it, and says what it includes', () => {
    const { lines } = quote(two, { ...member, bundle: 'bundle' });
    expect(lines.filter(({ kind }) => kind === 'fee').map(({ fee }) => fee)).toEqual([
      'application-fee',
      'certification-fee',
    ]);
    const [bundled, its] = lines.slice(-2);
    expect(bundled).toMatchObject({
      kind: 'bundle',
      amountMinor: 18_000,
      includes: ['The first-fee', 'The second-fee'],
    });
    expect(its).toMatchObject({ kind: 'tax', fee: 'bundle', amountMinor: 1598 });
  });

  it('taxes a bundle when each of its fees is taxed, and not when the tax is on other fees', () => {
    const taxed = (fees: string[]) => quote({ ...two, taxes: [tax(10, { fees })] }, { ...member, bundle: 'bundle' });
    const taxLines = (fees: string[]) => taxed(fees).lines.flatMap(({ kind, fee }) => (kind === 'tax' ? [fee] : []));
    expect(taxLines(['first-fee', 'second-fee'])).toEqual(['bundle']);
    expect(taxLines(['application-fee'])).toEqual(['application-fee']);
  });

  it('takes vouchers off, a share or an amount, never more than the fee and its tax', () => {
    const voucherOf = (voucher: { percent?: number; amountMinor?: number }) =>
      quote(two, { ...member, vouchers: [{ fee: 'first-fee', ...voucher }] }).lines.at(-1);
    expect(voucherOf({ percent: 50 })).toMatchObject({ kind: 'voucher', amountMinor: -5444 });
    expect(voucherOf({ amountMinor: 2500 })).toMatchObject({ amountMinor: -2500 });
    expect(voucherOf({ amountMinor: 99_999 })).toMatchObject({ amountMinor: -10_888 });
    expect(quote(two, { ...member, vouchers: [{ fee: 'first-fee' }] }).totalMinor).toBe(32_664 - 10_888);
    expect(() => voucherOf({ percent: 101 })).toThrow(/from 0 to 100/);
  });

  it('ranges from the cheapest way to the dearest, bundles included', () => {
    const [range] = costRange(two, { at });
    expect(range).toMatchObject({ currency: 'USD', lowestMinor: 30_486, highestMinor: 32_664, variesBy: [] });
  });
});

describe('a share of an amount', () => {
  it.each([
    [1000, 8.875, 89],
    [10_000, 0.005, 1],
    [9999, 0.005, 0],
    [1, 50, 1],
    [100, 33.3333, 33],
    [9_007_199_254_740_000, 100, 9_007_199_254_740_000],
  ])('of %i, %f percent, is %i: rounded half up, without a binary fraction', (amount, percent, share) => {
    expect(shareOf(amount, percent)).toBe(share);
  });
});
