import { describe, expect, it } from 'vitest';
import type { ClassPlan, Plan, ProgramPlan } from './load-plan.ts';
import { figuresOf } from './series.ts';

const years = [{ year: 1, amountMinor: 5, sumMinor: 5 }];

const classPlan = (id: string): ClassPlan => ({
  id,
  title: `Title of ${id}`,
  untilCertifiedMinor: 5,
  totalMinor: 5,
  years,
  hasDues: false,
});

const program = (id: string, currency: string, classes: readonly string[], payerClass: string): ProgramPlan => {
  const plan: Plan = {
    organization: 'guild',
    organizationName: 'Guild',
    demonstration: false,
    programId: id,
    abbreviation: id.toUpperCase(),
    title: id,
    credentialTitle: id,
    assumptions: { startOn: '2027-01-01', payerClass, route: 'hours', years: 10, retakes: 0, tuition: 'none' },
    choices: { payerClasses: [], regions: [], tracks: [], bundles: [], routes: [], retakes: 2, tuition: false },
    currency,
    certifiedOn: '2027-05-01',
    endsOn: '2037-05-01',
    untilCertifiedMinor: 5,
    keepingMinor: 0,
    totalMinor: 5,
    events: [],
    years,
    leftOut: [],
  };
  return { plan, classes: classes.map(classPlan) };
};

const lines = (plans: readonly ProgramPlan[]) =>
  figuresOf(plans).map(({ currency, series }) => [currency, series.map(({ name }) => name)]);

describe('the lines of the plot', () => {
  it('of one program are those of its payer classes, the chosen one first', () => {
    expect(lines([program('a', 'USD', ['other', 'member'], 'member')])).toEqual([
      ['USD', ['Title of member', 'Title of other']],
    ]);
    expect(lines([program('a', 'USD', ['other'], 'other')])).toEqual([['USD', ['A']]]);
  });
  it('of two programs are one for each, in one plot', () =>
    expect(lines([program('a', 'USD', ['x', 'y'], 'x'), program('b', 'USD', ['x'], 'x')])).toEqual([
      ['USD', ['A', 'B']],
    ]));
  it('never share a plot where the currencies differ', () =>
    expect(lines([program('a', 'USD', ['x'], 'x'), program('b', 'CAD', ['x'], 'x')])).toEqual([
      ['USD', ['A']],
      ['CAD', ['B']],
    ]));
  it('are never more than can be told apart', () => {
    const [figure] = figuresOf([program('a', 'USD', ['1', '2', '3', '4', '5', '6', '7'], '7')]);
    expect(figure?.series.map(({ id }) => id)).toEqual(['7', '1', '2', '3', '4']);
  });
});
