import { expect, test } from 'vitest';
import { sumByYear } from './plan-view.ts';

const event = (on: string, amountMinor: number) => ({
  on,
  amountMinor,
  kind: 'begin' as const,
  title: { code: 'plan.begin' },
  lines: [],
  isEstimate: false,
});

test('the years of a plan begin on its first day, and the last one holds its end', () => {
  const events = [event('2027-03-01', 100), event('2028-02-29', 10), event('2028-03-01', 1), event('2029-06-01', 5)];
  expect(sumByYear({ events, endsOn: '2029-06-01' }, '2027-03-01')).toEqual([
    { year: 1, amountMinor: 110, sumMinor: 110 },
    { year: 2, amountMinor: 1, sumMinor: 111 },
    { year: 3, amountMinor: 5, sumMinor: 116 },
  ]);
});
