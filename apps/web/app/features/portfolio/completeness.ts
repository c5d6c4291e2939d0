import type { Criterion, Piece, PortfolioData } from './portfolio-data.ts';

/** What keeps the portfolio from being submitted, as far as can be seen here; the API decides. */
export const missingIn = ({ criteria, pieces, minimum, uncoveredCriteria }: PortfolioData) => ({
  pieces: Math.max(0, minimum - pieces.length),
  criteria: criteria.filter(({ id }) => uncoveredCriteria.includes(id)),
});

/** Criteria that this piece alone shows. */
export const shownByAlone = (
  { criteria, pieces }: Pick<PortfolioData, 'criteria' | 'pieces'>,
  piece: Piece,
): readonly Criterion[] => {
  const others = new Set(pieces.filter(({ id }) => id !== piece.id).flatMap((each) => each.criteria));
  return criteria.filter(({ id }) => piece.criteria.includes(id) && !others.has(id));
};
