import { type Assessment, addPeriod, endOfDay, isRated, topicTitle } from '@testamur/program';
import { dayMs, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type Candidacy, loadCandidacy } from '../../candidacies/index.ts';
import { getPerson } from '../../identity/index.ts';
import { marginPoints } from '../rules/margin.ts';
import { listResultRows, type Result } from '../store.ts';
import { attemptsLeft } from './attempts-left.ts';
import { nextStepOf } from './next-step.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

const titleOf = ({ program }: Candidacy, assessment: Assessment, topic: string): string => {
  if (isRated(assessment)) return assessment.rubric.criteria.find(({ id }) => id === topic)?.title ?? topic;
  if (assessment.kind === 'course') return assessment.modules.list.find(({ id }) => id === topic)?.title ?? topic;
  return topicTitle(program, topic);
};

/** The score on the scale of the program, with the points of the scale that it lies between. */
const scaledOf = (assessment: Assessment, { scaledScore }: Result) => {
  const scale = assessment.kind === 'exam' ? assessment.pass.scale : undefined;
  if (scale === undefined || scaledScore === undefined) return {};
  const { cut, lowest, highest } = scale;
  return { scaled: { score: scaledScore, cut, lowest, highest } };
};

const reportOf = (candidacy: Candidacy, assessment: Assessment, result: Result, releasedAt: Date) => {
  const { attempt, passed, score, maxScore, passMark } = result;
  const state = candidacy.standing.assessments.find((found) => found.assessment === assessment.id);
  const isLatest = state?.result?.attempt === attempt;
  const retakeFrom = !passed && isLatest ? state.retakeFrom : undefined;
  const left = passed ? 0 : attemptsLeft(candidacy, assessment, attempt);
  return {
    assessmentId: assessment.id,
    title: assessment.title,
    kind: assessment.kind,
    ...{ attempt, passed, score, maxScore, passMark },
    ...scaledOf(assessment, result),
    releasedAt: releasedAt.toISOString(),
    topics: result.byTopic.map((topic) => ({
      ...topic,
      title: titleOf(candidacy, assessment, topic.topic),
      // The levels of a rubric are judgments, not draws from a pool of items: chance has no such formula there.
      marginPoints: assessment.kind === 'exam' ? round(marginPoints(topic.score, topic.maxScore)) : 0,
    })),
    comments: passed
      ? []
      : result.comments.map(({ criterion, comment }) => ({
          criterion: titleOf(candidacy, assessment, criterion),
          comment,
        })),
    nextStep: nextStepOf({ candidacy, assessment, passed, isLatest, attemptsLeft: left, retakeFrom }),
    ...(retakeFrom === undefined ? {} : { retakeFrom }),
    attemptsLeft: left,
    appealUntil: endOfDay(addPeriod(releasedAt.toISOString(), candidacy.program.policies.appeal.within)),
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
