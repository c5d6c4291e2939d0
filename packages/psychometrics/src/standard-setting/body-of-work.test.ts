import { describe, expect, it } from 'vitest';
import { Random } from '../numeric/random.ts';
import { bodyOfWork } from './body-of-work.ts';

/** Judges with logistic noise of scale 1.5 around cuts of 10 and 20, each with a severity. */
function simulate(severities: readonly number[], works: number) {
  const random = new Random(8);
  return severities.flatMap((severity, judge) =>
    Array.from({ length: works }, () => {
      const score = random.integer(31);
      const u = random.uniform();
      const seen = score - severity + 1.5 * Math.log(u / (1 - u));
      return { judge: `J${judge + 1}`, score, level: seen < 10 ? 0 : seen < 20 ? 1 : 2 };
    }),
  );
}

describe('body of work', () => {
  it('finds the cuts between the levels, and how severe each judge is', () => {
    const { cuts, n } = bodyOfWork(simulate([-2, -1, 0, 1, 2], 400));
    expect(n).toBe(5);
    expect(cuts.map(({ level }) => level)).toEqual([1, 2]);
    // Each judge's cut has a standard error of about 0.35 (400 works, noise with SD 2.7); four of them.
    cuts.forEach(({ cut, judges }, at) => {
      expect(Math.abs((cut ?? 0) - 10 * (at + 1))).toBeLessThan(0.8);
      judges.forEach((judge, severity) => {
        expect(Math.abs((judge.cut ?? 0) - 10 * (at + 1) - (severity - 2))).toBeLessThan(1.4);
      });
    });
    // The judges' standard deviation is √2.5, over √5 judges.
    expect(cuts[0]?.se).toBeGreaterThan(0.4);
    expect(cuts[0]?.se).toBeLessThan(1.1);
  });

  it('has no standard error with one judge, and no cut where works stand on one side', () => {
    const one = bodyOfWork(simulate([0], 200));
    expect(one.cuts[0]?.se).toBeNull();
    expect(one.notices[0]).toMatch(/one judge/i);
    expect(() => bodyOfWork([{ judge: 'A', score: 1, level: 1 }])).toThrow(/one level/);
    expect(() => bodyOfWork([])).toThrow(/no judge/);
  });
});
