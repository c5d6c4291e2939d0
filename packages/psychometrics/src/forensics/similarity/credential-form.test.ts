import { describe, expect, it } from 'vitest';
import { hypergeometric } from '../../numeric/distributions/hypergeometric.ts';
import { credentialForm } from '../testing/credential-form.ts';
import { similarity } from './similarity.ts';

describe('the real licensure examination, all 1,337,430 pairs', () => {
  const { sheet, vendorFlagged } = credentialForm();
  const { pairs, compared, clusters } = similarity(sheet, { method: 'k', limit: 10, adjustment: 'none' });

  it('the persons of the ten most similar pairs by K were flagged by the vendor far more often than chance allows', () => {
    expect(vendorFlagged.size).toBe(46);
    expect(compared).toBe(1_337_430);
    const persons = new Set(pairs.flatMap(({ a, b }) => [a, b]));
    const hits = [...persons].filter((id) => vendorFlagged.has(id)).length;
    // 2.8 % of all candidates were flagged. The vendor's flags are another's judgment and so no input here.
    expect(hits / persons.size).toBeGreaterThan(0.5);
    expect(hypergeometric.upper(hits, 46, sheet.persons.length - 46, persons.size)).toBeLessThan(1e-8);
  });

  it('the most similar pairs hang together: one cluster of five or more, whom the vendor flagged', () => {
    expect(pairs.every(({ identicalIncorrect }) => (identicalIncorrect ?? 0) >= 10)).toBe(true);
    expect(clusters[0]?.size).toBeGreaterThanOrEqual(5);
    expect(clusters[0]?.members.filter((id) => vendorFlagged.has(id)).length).toBeGreaterThanOrEqual(5);
  });
});
