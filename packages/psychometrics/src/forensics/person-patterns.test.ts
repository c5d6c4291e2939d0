import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../data/response-matrix.ts';
import { dichotomousItem } from '../irt/items/item.ts';
import { expectedScore } from '../irt/items/response-function.ts';
import { personFit } from '../irt/person-fit/index.ts';
import { Random } from '../numeric/random.ts';
import { PATTERN_METHODS, personPatterns } from './person-patterns.ts';
import { presentPatterns } from './present-persons.ts';

const items = Array.from({ length: 40 }, (_, at) =>
  dichotomousItem({ id: `${at + 1}`, difficulty: (at - 20) / 10, discrimination: 1.2 }),
);
const random = new Random(21);
const rows = Array.from({ length: 250 }, (_, person) => {
  const theta = random.normal();
  // The first three know the hard items and not the easy ones.
  return items.map((item, at) =>
    person < 3 ? (at >= 20 ? 1 : 0) : random.uniform() < expectedScore(item, theta) ? 1 : 0,
  );
});
const data = responseMatrix(rows);

describe('unusual patterns of answers', () => {
  it.each(PATTERN_METHODS)('%s flags those who know the hard items and not the easy ones', (method) => {
    const { persons, sample } = personPatterns(data, { method, items });
    expect(persons.slice(0, 3).every(({ flagged }) => flagged)).toBe(true);
    expect(sample.n).toBe(250);
  });

  it('by lz flags hardly anybody else, and has the p of lz*', () => {
    const { persons } = personPatterns(data, { method: 'lz', items });
    expect(persons.slice(3).filter(({ flagged }) => flagged).length).toBeLessThanOrEqual(1);
    expect(persons.map(({ p }) => p)).toEqual(personFit(data, items).persons.map(({ p }) => p));
  });

  it('without item parameters calibrates them and says so', () => {
    const { persons, notices } = personPatterns(data, { method: 'lz' });
    expect(notices[0]).toContain('2PL');
    expect(persons[0]?.flagged).toBe(true);
  });

  it('has a report with the statement that this is evidence and no proof', () => {
    const result = personPatterns(data, { method: 'u3' });
    const { notices, sections } = presentPatterns(result);
    expect(notices[0]?.text).toBe(result.evidence);
    const [table] = sections[0]?.tables ?? [];
    expect(table?.rows[0]?.[0]).toMatch(/^[123]$/);
    for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
  });
});
