import type { Scope } from '../../../platform/http/index.ts';
import { loadCandidacy } from '../../candidacies/index.ts';
import { attemptOf, portfolioOf } from '../candidacy.ts';
import { editabilityOf, uncoveredCriteria } from '../rules/portfolio.ts';
import { listPieces } from './pieces.ts';

/** The portfolio of the attempt under way or next. */
export const getPortfolio = async (scope: Scope, candidacyId: string, assessmentId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const portfolio = portfolioOf(candidacy, assessmentId);
  const attempt = attemptOf(candidacy, assessmentId);
  const pieces = await listPieces(scope, candidacyId, assessmentId, attempt);
  const submitted = candidacy.facts.find(
    (fact) =>
      fact.kind === 'portfolio-submitted' && fact.data.assessment === assessmentId && fact.data.attempt === attempt,
  );
  return {
    pieces: [...pieces],
    ...editabilityOf(candidacy.standing, assessmentId, scope.now),
    ...(submitted === undefined ? {} : { submittedAt: submitted.at }),
    uncoveredCriteria: uncoveredCriteria(portfolio, pieces),
  };
};
