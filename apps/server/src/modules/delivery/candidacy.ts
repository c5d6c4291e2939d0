import type { Course, Exam, Portfolio } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Candidacy } from '../candidacies/index.ts';

const noSuchAssessment = (kind: string) =>
  new Problem('not-found', 'delivery.no-such-assessment', `The program of this candidacy has no such ${kind}.`);

export const examOf = ({ program }: Candidacy, assessmentId: string): Exam => {
  const found = program.assessments.find(({ id }) => id === assessmentId);
  if (found?.kind !== 'exam') throw noSuchAssessment('exam');
  return found;
};

export const portfolioOf = ({ program }: Candidacy, assessmentId: string): Portfolio => {
  const found = program.assessments.find(({ id }) => id === assessmentId);
  if (found?.kind !== 'portfolio') throw noSuchAssessment('portfolio');
  return found;
};

export const courseOf = ({ program }: Candidacy, assessmentId: string): Course => {
  const found = program.assessments.find(({ id }) => id === assessmentId);
  if (found?.kind !== 'course') throw noSuchAssessment('course');
  return found;
};

/** The attempt under way or next. */
export const attemptOf = ({ standing }: Candidacy, assessmentId: string): number =>
  standing.assessments.find(({ assessment }) => assessment === assessmentId)?.attempt ?? 1;
