import { describe, expect, it } from 'vitest';
import { missingIn, shownByAlone } from './completeness.ts';
import type { Piece, PortfolioData } from './portfolio-data.ts';

const piece = (id: string, criteria: string[]): Piece => ({
  id,
  title: id,
  reflection: '',
  criteria,
  file: { id: 'f', name: 'f.pdf', type: 'application/pdf', bytes: 1 },
  updatedAt: '2027-03-01T12:00:00.000Z',
});
const criterion = (id: string) => ({ id, title: id, description: '' });

const portfolio = (pieces: Piece[], uncoveredCriteria: string[], minimum = 1): PortfolioData => ({
  candidacyId: 'c',
  path: '/p',
  title: 'Portfolio',
  description: '',
  minimum,
  maximum: 10,
  criteria: ['a', 'b', 'c'].map(criterion),
  until: undefined,
  pieces,
  editable: true,
  reason: '',
  uncoveredCriteria,
});

describe('what a portfolio lacks', () => {
  it('are pieces up to the minimum, and the criteria that none shows', () => {
    const found = missingIn(portfolio([piece('1', ['a'])], ['b', 'c'], 3));
    expect([found.pieces, found.criteria.map(({ id }) => id)]).toEqual([2, ['b', 'c']]);
  });
  it('is nothing where the minimum is passed and all is shown', () => {
    expect(missingIn(portfolio([piece('1', ['a']), piece('2', ['b', 'c'])], []))).toEqual({ pieces: 0, criteria: [] });
  });
  it('would be what a piece alone shows, were it taken out', () => {
    const first = piece('1', ['a', 'b']);
    const found = shownByAlone(portfolio([first, piece('2', ['b', 'c'])], []), first);
    expect(found.map(({ id }) => id)).toEqual(['a']);
  });
});
