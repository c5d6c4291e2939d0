import type { NextAction, NextActionKind, Standing, StandingLine } from '@testamur/program';

export const linesOf = ({ steps }: Pick<Standing, 'steps'>): readonly StandingLine[] =>
  steps.flatMap(({ lines }) => lines);

/** The line of a requirement. */
export const lineOf = (standing: Pick<Standing, 'steps'>, requirement: string): StandingLine | undefined =>
  linesOf(standing).find((line) => line.kind === 'requirement' && line.id === requirement);

export const actionsOf = ({ next }: Pick<Standing, 'next'>, kind: NextActionKind): readonly NextAction[] =>
  next.filter((action) => action.kind === kind);

export const assessmentOf = ({ assessments }: Pick<Standing, 'assessments'>, id: string | undefined) =>
  assessments.find(({ assessment }) => assessment === id);

/** Accepted by those who review; what is owed is another matter. */
export const isAccepted = (standing: Pick<Standing, 'steps'>): boolean =>
  lineOf(standing, 'application')?.state === 'met';
