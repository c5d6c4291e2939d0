import type { Portfolio, Standing } from '@testamur/program';
import { formatInstant, type ProblemField } from '../../../kernel/index.ts';

export interface PieceContent {
  readonly title: string;
  readonly reflection: string;
  readonly criteria: readonly string[];
}

/** Criteria that no piece shows, in the rubric's order. */
export const uncoveredCriteria = (
  portfolio: Portfolio,
  pieces: readonly Pick<PieceContent, 'criteria'>[],
): string[] => {
  const shown = new Set(pieces.flatMap(({ criteria }) => criteria));
  return portfolio.rubric.criteria.map(({ id }) => id).filter((id) => !shown.has(id));
};

export const unknownCriteria = (portfolio: Portfolio, criteria: readonly string[]): readonly string[] =>
  criteria.filter((id) => !portfolio.rubric.criteria.some((criterion) => criterion.id === id));

/** What keeps a portfolio from being submitted; nothing, where it is complete. */
export const lackingIn = (
  portfolio: Portfolio,
  pieces: readonly Pick<PieceContent, 'criteria'>[],
): readonly ProblemField[] => {
  const { minimum } = portfolio.pieces;
  const few =
    pieces.length < minimum
      ? [{ path: 'pieces', message: `Add at least ${minimum} ${minimum === 1 ? 'piece' : 'pieces'}.` }]
      : [];
  const open = uncoveredCriteria(portfolio, pieces).map((id) => {
    const title = portfolio.rubric.criteria.find((criterion) => criterion.id === id)?.title ?? id;
    return { path: `criteria.${id}`, message: `No piece shows "${title}".` };
  });
  return [...few, ...open];
};

/** Positions are the places that a portfolio has: from 1 to its maximum. */
export const freePositions = (maximum: number, taken: readonly number[]): readonly number[] =>
  Array.from({ length: maximum }, (_, index) => index + 1).filter((position) => !taken.includes(position));

export interface Editability {
  readonly editable: boolean;
  /** Why not; empty where it is. */
  readonly reason: string;
}

/** By the standing alone: the portfolio is the candidate's to change while handing it in is their move. */
export const editabilityOf = (standing: Standing, assessmentId: string, now: Date): Editability => {
  const no = (reason: string): Editability => ({ editable: false, reason });
  const found = standing.assessments.find(({ assessment }) => assessment === assessmentId);
  if (found?.state === 'waiting-for-result') return no('You have submitted this portfolio. It waits for its rating.');
  if (found?.state === 'passed') return no('You have passed this portfolio.');
  const isNext = standing.next.some(({ kind, subject }) => kind === 'submit-portfolio' && subject === assessmentId);
  if (!found || !isNext) return no('This portfolio is not open. Your candidacy page says what comes first.');
  const { window } = found;
  if (window && now.toISOString() < window.from) {
    return no(`This portfolio opens on ${formatInstant(window.from)}.`);
  }
  return { editable: true, reason: '' };
};
