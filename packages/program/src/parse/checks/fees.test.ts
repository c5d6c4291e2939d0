import { describe, expect, it } from 'vitest';
import type { Program } from '../../schema/program.ts';
import { assessmentFee, bundle, course, exam, oral, programOf, stageFee, tax } from '../../testing/parts.ts';
import { contradictions } from './index.ts';

const regions = [
  { id: 'north', title: 'North' },
  { id: 'south', title: 'South', currency: 'JPY' },
];
const north = { region: ['north'] };
const south = { region: ['south'] };

const problems = (program: Program): readonly string[] => contradictions(program).map(({ message }) => message);
const hints = (program: Program): readonly string[] => contradictions(program).map(({ hint }) => hint ?? '');

describe('a program is refused', () => {
  it('when a fee has no price in some place, with the row to add', () => {
    const fee = assessmentFee(['core'], { prices: [{ amount: '100.00', for: north }] });
    const program = programOf([exam('core')], [fee], { regions });
    expect(problems(program)).toContain('There is no price for "member" in south.');
    expect(hints(program)).toContain('Add { payerClass: member, for: { region: [south] }, amount: "…" }.');
  });

  it('but not when the fee itself is not there in that place', () => {
    const fee = assessmentFee(['core'], { for: north, prices: [{ amount: '100.00', for: north }] });
    expect(problems(programOf([exam('core')], [fee], { regions }))).toEqual([]);
  });

  it('when two prices fit the same people equally from the same day', () => {
    const prices = [{ amount: '100' }, { payerClass: 'member', amount: '90' }, { amount: '80', for: north }];
    const tied = programOf([exam('core')], [assessmentFee(['core'], { prices })], { regions });
    expect(problems(tied)).toEqual(['A second price for "member" in north from the same day.']);
    const told = [...prices, { payerClass: 'member', amount: '70', for: north }];
    expect(problems(programOf([exam('core')], [assessmentFee(['core'], { prices: told })], { regions }))).toHaveLength(
      1,
    );
  });

  it('when an amount has more digits than the currency of a place where it holds', () => {
    const prices = [{ amount: '100.50' }];
    const program = programOf([exam('core')], [assessmentFee(['core'], { prices })], { regions });
    expect(problems(program)).toEqual(['"100.50" has 2 digits after the point; JPY has 0.']);
    const placed = [
      { amount: '100.50', for: north },
      { amount: '100', for: south },
    ];
    expect(problems(programOf([exam('core')], [assessmentFee(['core'], { prices: placed })], { regions }))).toEqual([]);
  });

  it('when a region has a currency that does not exist', () => {
    const program = programOf([exam('core')], [], {
      regions: [{ id: 'north', title: 'North', currency: 'UDS' }, ...regions.slice(1)],
    });
    expect(problems(program)).toContain('"UDS" is no currency of ISO 4217.');
  });

  it('when two fees pay the same assessment of the same people', () => {
    const twice = [assessmentFee(['core']), assessmentFee(['core', 'more'])];
    expect(problems(programOf([exam('core'), exam('more')], twice))).toEqual([
      'The assessment "core" is paid twice: by "core-fee" and by "core-more-fee".',
    ]);
    const apart = [
      assessmentFee(['core'], { for: north }),
      assessmentFee(['core', 'more'], { for: south, prices: [{ amount: '9' }] }),
    ];
    expect(problems(programOf([exam('core'), exam('more')], apart, { regions }))).toEqual([]);
  });

  it('when a bundle costs more than its fees one by one, or joins what is no fee of an assessment', () => {
    const fees = [assessmentFee(['core']), assessmentFee(['more']), stageFee('application')];
    const exams = [exam('core'), exam('more')];
    const dear = programOf(exams, fees, { bundles: [bundle(['core-fee', 'more-fee'], '200.01')] });
    expect(problems(dear)).toEqual([
      '"The bundle" costs $200.01 for "Member", more than its fees one by one ($200.00).',
    ]);
    const odd = programOf(exams, fees, { bundles: [bundle(['core-fee', 'application-fee'], '10.00')] });
    expect(problems(odd)[0]).toMatch(/"application-fee" is a fee of the kind "application"/);
  });

  it('when a tax is on a fee that does not exist, or on a part of a bundle', () => {
    const fees = [assessmentFee(['core']), assessmentFee(['more'])];
    const taxed = (names: string[]) =>
      problems(
        programOf([exam('core'), exam('more')], fees, {
          bundles: [bundle(['core-fee', 'more-fee'], '150.00')],
          taxes: [tax(5, { fees: names })],
        }),
      );
    expect(taxed(['core-fees', 'more-fee', 'core-fee'])).toEqual(['There is no fee "core-fees".']);
    expect(taxed(['core-fee'])[0]).toMatch(/is on some fees of the bundle "bundle" and not on others/);
    expect(taxed(['core-fee', 'more-fee'])).toEqual([]);
  });

  it('when a voucher, or a grant, comes with a fee that costs nothing', () => {
    const grants = [{ kind: 'access' as const, id: 'webinars', title: 'Webinars', description: 'All.' }];
    const free = assessmentFee(['core'], { prices: [{ amount: '0.00' }], vouchers: true, grants });
    expect(problems(programOf([exam('core')], [free]))).toEqual([
      '"The core-fee" costs nothing; no voucher can pay for it.',
      '"The core-fee" costs nothing and is never invoiced, so it brings nothing with it.',
    ]);
  });

  it('when a registration is paid that nobody makes', () => {
    expect(problems(programOf([exam('core')], [stageFee('registration')]))[0]).toMatch(/Nobody registers/);
  });
});

describe('a program that nobody could pass is refused', () => {
  it.each([
    ['without a pass mark', {}, 'Nothing says what passes.'],
    ['with two pass marks', { percent: 70, points: 7 }, 'Both "percent" and "points" say what passes.'],
    ['with more points than items', { points: 11 }, 'Nobody can pass: the exam has 10 items, and 11 are needed.'],
    [
      'with a scale that does not rise',
      { points: 7, scale: { lowest: 700, cut: 700, highest: 900 } },
      'The scale goes from 700 over 700 to 900; it has to rise.',
    ],
  ])('%s', (_, pass, message) => {
    const sourced = { source: 'article', ...pass };
    expect(problems(programOf([exam('core', { pass: sourced })], []))).toEqual([message]);
  });

  it('with a floor that makes the percentage of a group say nothing, and with a course that is weighed', () => {
    const group = {
      source: 'article',
      compensatory: [
        { assessment: 'core', weight: 1 },
        { assessment: 'basics', weight: 1 },
      ],
      percent: 60,
      minimumPercent: 60,
    };
    expect(problems(programOf([exam('core'), course('basics')], [], { passing: { all: [group] } }))).toEqual([
      'The course "basics" has no scores to weigh; it is completed or not.',
      'Each part has to reach 60 percent, so the 60 percent of all together say nothing.',
    ]);
  });

  it('with criteria that take longer than the session', () => {
    const session = oral('interview', { timeLimitMinutes: 30 });
    const slow = { ...session, rubric: { criteria: session.rubric.criteria.map((one) => ({ ...one, minutes: 20 })) } };
    expect(problems(programOf([slow], []))[0]).toMatch(/add up to 40 minutes, more than the 30/);
  });
});
