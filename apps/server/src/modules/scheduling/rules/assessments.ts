import {
  type Exam,
  findAssessment,
  isRated,
  isSession,
  type Program,
  type Rated,
  type Session,
} from '@testamur/program';

/** What candidates are authorized for: they come to it at a time, and the time counts. */
export type Sitting = Exam | Session;

export const findSitting = (program: Program, assessmentId: string): Sitting | undefined => {
  const found = findAssessment(program, assessmentId);
  return found && (found.kind === 'exam' || isSession(found)) ? found : undefined;
};

export const findRated = (program: Program, assessmentId: string): Rated | undefined => {
  const found = findAssessment(program, assessmentId);
  return found && isRated(found) ? found : undefined;
};

/** How many examiners judge one attempt together; their marks make one result. */
export const panelSize = (assessment: Rated): number => (assessment.kind === 'oral' ? assessment.panel.examiners : 1);
