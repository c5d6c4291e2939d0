import { type Assessment, addPeriod, topicTitle } from '@testamur/program';
import { dayMs, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type Candidacy, loadCandidacy } from '../../candidacies/index.ts';
import { getPerson } from '../../identity/index.ts';
import { marginPoints } from '../rules/margin.ts';
import { listResultRows, type Result } from '../store.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

const titleOf = ({ program }: Candidacy, assessment: Assessment, topic: string): string =>
  assessment.kind === 'portfolio'
    ? (assessment.rubric.criteria.find(({ id }) => id === topic)?.title ?? topic)
    : topicTitle(program, topic);

const reportOf = (candidacy: Candidacy, assessment: Assessment, result: Result, releasedAt: Date) => {
  const state = candidacy.standing.assessments.find((found) => found.assessment === assessment.id);
  const isLatest = state?.result?.attempt === result.attempt;
  const retakeFrom = !result.passed && isLatest ? state.retakeFrom : undefined;
  return {
    assessmentId: assessment.id,
    title: assessment.title,
    attempt: result.attempt,
    passed: result.passed,
    score: result.score,
    maxScore: result.maxScore,
    passMark: result.passMark,
    releasedAt: releasedAt.toISOString(),
    topics: result.byTopic.map(({ topic, score, maxScore }) => ({
      topic,
      title: titleOf(candidacy, assessment, topic),
      score,
      maxScore,
      // The levels of a rubric are judgments, not draws from a pool of items: chance has no such formula there.
      marginPoints: assessment.kind === 'exam' ? round(marginPoints(score, maxScore)) : 0,
    })),
    comments: result.passed
      ? []
      : result.comments.map(({ criterion, comment }) => ({
          criterion: titleOf(candidacy, assessment, criterion),
          comment,
        })),
    ...(retakeFrom === undefined ? {} : { retakeFrom }),
    attemptsLeft: result.passed ? 0 : Math.max(0, assessment.retake.attempts - result.attempt),
  };
};

/** The days of a period from now on; programs write them in days, weeks or months. */
const daysOf = (period: string, from: Date): number =>
  Math.round((Date.parse(addPeriod(from.toISOString(), period)) - from.getTime()) / dayMs);

/**
 * Everything that was released, by assessment in the program's order, the latest attempt first.
 *
 * @throws Problem `scoring.nothing-released`.
 */
export const getScoreReport = async (scope: Scope, candidacyId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const { program, number, personId } = candidacy;
  const results = await listResultRows(scope, { candidacyId });
  const assessments = program.assessments.flatMap((assessment) =>
    results.flatMap((result) =>
      result.assessmentId === assessment.id && result.releasedAt !== undefined
        ? [reportOf(candidacy, assessment, result, result.releasedAt)]
        : [],
    ),
  );
  if (assessments.length === 0) {
    throw new Problem('not-found', 'scoring.nothing-released', 'No result of this candidacy was released yet.');
  }
  const { name } = await getPerson(scope.trx, personId);
  return {
    candidacy,
    report: {
      number,
      candidateName: name,
      programTitle: program.title,
      edition: program.edition,
      assessments,
      appealDays: daysOf(program.policies.appeal.within, scope.now),
    },
  };
};

export type ScoreReport = Awaited<ReturnType<typeof getScoreReport>>;
