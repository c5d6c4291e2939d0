import { isSession, type Rated } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import { type Candidacy, loadCandidacy } from '../../candidacies/index.ts';
import { listPieces } from '../../delivery/index.ts';
import { getPerson } from '../../identity/index.ts';
import { findTestAuthorization, panelSize } from '../../scheduling/index.ts';
import { listSubmittedRatings, type Rating, ratingState } from '../rating-store.ts';
import { recordedDay, requireOwnRating } from '../ratings.ts';
import { maxPoints } from '../rules/marks.ts';
import { ratedOf } from '../store.ts';

/** Who, how long and when: of a session alone. What was handed in is judged without knowing whose it is. */
const sessionOf = async (scope: Scope, candidacy: Candidacy, assessment: Rated, rating: Rating) => {
  if (!isSession(assessment)) return {};
  const { name } = await getPerson(scope.trx, candidacy.personId);
  const authorization = await findTestAuthorization(scope, rating);
  const heldOn = recordedDay(candidacy, rating);
  const multiplier = authorization?.timeMultiplier ?? candidacy.standing.timeMultiplier;
  return {
    candidateName: name,
    session: {
      minutes: assessment.timeLimitMinutes * multiplier,
      ...(authorization === undefined
        ? {}
        : { window: { from: authorization.from.toISOString(), until: authorization.until.toISOString() } }),
      ...(heldOn === undefined ? {} : { heldOn }),
    },
  };
};

/** The work, the rubric and the examiner's own marks so far; of the panel, how many have submitted. */
export const getRatingView = async (scope: Scope, ratingId: string, examinerId: string) => {
  const rating = await requireOwnRating(scope, ratingId, examinerId);
  const candidacy = await loadCandidacy(scope, rating.candidacyId);
  const { program, number } = candidacy;
  const assessment = ratedOf(program, rating.assessmentId);
  const { criteria } = assessment.rubric;
  const pieces =
    assessment.kind === 'portfolio'
      ? await listPieces(scope, rating.candidacyId, rating.assessmentId, rating.attempt)
      : [];
  return {
    ratingId,
    number,
    programTitle: program.title,
    assessmentTitle: assessment.title,
    kind: assessment.kind,
    ...(await sessionOf(scope, candidacy, assessment, rating)),
    state: ratingState(rating),
    panel: {
      examiners: panelSize(assessment),
      submitted: (await listSubmittedRatings(scope, rating)).length,
    },
    pieces: [...pieces],
    rubric: criteria.map(({ id, title, description, minutes, levels }) => ({
      criterion: id,
      title,
      description,
      ...(minutes === undefined ? {} : { minutes }),
      levels: levels.map(({ points, label, descriptor }) => ({ level: points, label, descriptor })),
    })),
    marks: [...rating.marks],
    passMark: assessment.pass.points,
    minimumPerCriterion: assessment.pass.minimumPerCriterion,
    maxScore: criteria.reduce((sum, criterion) => sum + maxPoints(criterion), 0),
  };
};
