import { type Assessment, type Fact, findAssessment, isRated } from '@testamur/program';
import { auditedFacts } from '../rules/audited.ts';
import { ofKind } from '../rules/cycle.ts';
import type { Step } from '../rules/show.ts';
import { instant, number, people, points, stateOf, text } from '../rules/values.ts';
import { attemptStep, formStep } from './exam.ts';
import type { Assessed, Traced } from './load.ts';
import { authorizationStep, courseStep, panelStep, portfolioStep } from './seen.ts';

/** Whether the result that was kept is the one that was released. */
const factAgrees = ({ result, fact }: Assessed): boolean | undefined =>
  result &&
  result.passed === fact.data.passed &&
  result.score === fact.data.score &&
  result.maxScore === fact.data.maxScore;

const attemptsOf = (facts: readonly Fact[], assessment: string): number =>
  ofKind(facts, 'result-released').filter(({ data }) => data.assessment === assessment).length;

const resultStep = ({ cycle, entries }: Traced, assessed: Assessed, about: About): Step => {
  const { fact, result } = assessed;
  const audited = auditedFacts([fact], entries);
  return {
    kind: 'result',
    ...about,
    at: fact.at,
    details: [
      { field: 'result.score', value: points(fact.data.score, fact.data.maxScore) },
      ...(fact.data.scaledScore === undefined
        ? []
        : [{ field: 'result.scaled', value: number(fact.data.scaledScore) } as const]),
      {
        field: 'result.cut',
        value: result === undefined ? { kind: 'not-recorded' } : points(result.passMark, result.maxScore),
      },
      { field: 'result.edition', value: text(fact.edition) },
      { field: 'result.scored', value: instant(result?.scoredAt) },
      { field: 'result.releasedBy', value: people([fact.by]) },
      { field: 'result.attempts', value: number(attemptsOf(cycle.facts, fact.data.assessment)) },
    ],
    checks: [
      { of: 'fact-agrees', state: stateOf(factAgrees(assessed)) },
      { of: 'scored-again', state: stateOf(result?.sameAgain) },
      ...audited.checks,
    ],
    facts: audited.facts,
  };
};

export interface About {
  readonly assessmentId: string;
  readonly subject: string;
}

const under = async (
  traced: Traced,
  assessed: Assessed,
  assessment: Assessment | undefined,
  about: About,
): Promise<readonly (Step | undefined)[]> => {
  if (assessment?.kind === 'exam') {
    return [
      await attemptStep(traced, assessed, about),
      formStep(traced, assessed, about),
      authorizationStep(traced, assessed, about),
    ];
  }
  if (assessment?.kind === 'course') return [courseStep(traced, assessed, assessment, about)];
  if (assessment === undefined || !isRated(assessment)) return [];
  const panel = panelStep(traced, assessed, assessment, about);
  return assessment.kind === 'portfolio'
    ? [panel, portfolioStep(traced, assessed, about)]
    : [panel, authorizationStep(traced, assessed, about)];
};

/** Each assessment from its result down to where it was taken, the latest result first. */
export const assessedSteps = async (traced: Traced): Promise<readonly Step[]> => {
  const steps: Step[] = [];
  for (const assessed of traced.assessed) {
    const assessmentId = assessed.fact.data.assessment;
    const assessment = findAssessment(assessed.program, assessmentId);
    const about = { assessmentId, subject: assessment?.title ?? assessmentId };
    const below = await under(traced, assessed, assessment, about);
    steps.push(resultStep(traced, assessed, about), ...below.flatMap((step) => step ?? []));
  }
  return steps;
};
