import { judgePanel, type Rated } from '@testamur/program';
import type { Mark } from './marks.ts';
import type { Score } from './score-exam.ts';

/** What the marks of a panel, of one examiner or several, make by the program's rule; every criterion has one. */
export const scoreRated = (assessment: Rated, panel: readonly (readonly Mark[])[]): Score => {
  const points = panel.map((marks) => Object.fromEntries(marks.map(({ criterion, level }) => [criterion, level])));
  return { ...judgePanel(assessment, points), passMark: assessment.pass.points };
};
