import { describe, expect, it } from 'vitest';
import { judgeSample, mayShow, worstVerdict } from './judge-sample.ts';
import { sampleRules } from './sample-rules.ts';

describe('the rules for sample sizes', () => {
  it('each warn before they forbid nothing, and name their source', () => {
    for (const [use, { warnFrom, okFrom, source }] of Object.entries(sampleRules)) {
      expect(warnFrom, use).toBeGreaterThan(0);
      expect(okFrom, use).toBeGreaterThan(warnFrom);
      expect(source, use).toMatch(/\d{4}|Standard/);
    }
  });

  it.each([
    ['classical', 29, 'too-few'],
    ['classical', 30, 'warn'],
    ['classical', 100, 'ok'],
    ['equating-small', 29, 'too-few'],
    ['equating-small', 30, 'warn'],
    ['rasch', 49, 'too-few'],
    ['rasch', 50, 'warn'],
    ['rasch', 200, 'ok'],
    ['two-parameter', 199, 'too-few'],
    ['two-parameter', 200, 'warn'],
    ['two-parameter', 500, 'ok'],
    ['graded', 500, 'ok'],
    ['three-parameter', 999, 'warn'],
    ['three-parameter', 1000, 'ok'],
  ] as const)('say of %s with %i candidates: %s', (use, n, verdict) => {
    expect(judgeSample(use, n).verdict).toBe(verdict);
  });

  it('say in words what is there, what is wanted and by whose rule', () => {
    expect(judgeSample('classical', 12).says).toBe(
      '12 candidates: too few to say anything, at least 30 are wanted (Crocker & Algina (1986); NCCA Standard 20)',
    );
  });

  it('count one as one', () => {
    expect(judgeSample('dif', 1).says).toMatch(/^1 candidate in the smaller group: too few/);
    expect(judgeSample('ratings', 1).says).toMatch(/^1 rated performance: too few/);
  });

  it('can be set aside for a reason, which is recorded; the verdict stays', () => {
    const judgment = judgeSample('classical', 12, { reason: 'pilot, not for decisions' });
    expect(judgment).toMatchObject({ verdict: 'too-few', override: { reason: 'pilot, not for decisions' } });
    expect([mayShow(judgment), mayShow(judgeSample('classical', 12))]).toEqual([true, false]);
    expect(() => judgeSample('classical', 12, { reason: ' ' })).toThrow('needs a reason');
  });

  it('leave the worst of several verdicts', () => {
    expect(worstVerdict([])).toBe('ok');
    expect(worstVerdict(['ok', 'warn', 'ok'])).toBe('warn');
    expect(worstVerdict(['warn', 'too-few'])).toBe('too-few');
  });
});
