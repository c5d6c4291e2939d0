import { isRated, type Program } from '@testamur/program';
import { assessmentsFor } from '../plan/choose.ts';
import type { Plan } from '../plan/plan.ts';
import { assessmentOf } from '../standings.ts';
import { expectThat, present } from '../unmet.ts';
import type { Failure } from './failure.ts';

/** The part that fails first: what is rated, where there is such a part, else the first exam. */
const hardest = (program: Program, plan: Plan) => {
  const parts = assessmentsFor(program, plan).filter(({ kind }) => kind !== 'course');
  return parts.find(isRated) ?? parts[0];
};

const failing: Omit<Failure, 'id' | 'title' | 'fits'> = {
  plan: (program, plan) => {
    const part = hardest(program, plan);
    return { ...plan, order: plan.order.toReversed(), fails: new Set(part === undefined ? [] : [part.id]) };
  },
  run: async ({ program, plan, journal, candidate, candidacyId, clock }, agent) => {
    const part = present(hardest(program, plan), 'an assessment that can fail');
    const failed = await agent.goOn(`a failed ${part.title}`, (standing) => {
      const result = assessmentOf(standing, part.id)?.result;
      return result !== undefined && !result.passed;
    });
    await journal.step('candidate', 'Read what comes after the failed attempt', async (note) => {
      const { retakeFrom, attempt } = present(assessmentOf(failed, part.id), `"${part.title}" in the standing`);
      expectThat(failed.credential === undefined, 'no credential', failed.credential);
      expectThat(
        retakeFrom !== undefined && retakeFrom > clock.now(),
        'a day from which it may be taken again',
        retakeFrom,
      );
      expectThat(attempt === 2, 'a second attempt to be next', attempt);
      const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
      const report = assessments.find(({ assessmentId, passed }) => assessmentId === part.id && !passed);
      const { nextStep, attemptsLeft, appealUntil } = present(report, 'a report of the failed attempt');
      expectThat(attemptsLeft === part.retake.attempts - 1, `${part.retake.attempts - 1} attempts left`, attemptsLeft);
      note(`${nextStep} From ${retakeFrom.slice(0, 10)}; an appeal until ${appealUntil.slice(0, 10)}.`);
      journal.pass('Failed');
    });
    const passed = await agent.goOn('a credential after all', ({ credential }) => credential !== undefined);
    const result = assessmentOf(passed, part.id)?.result;
    await journal.step('rehearsal', 'Compare the attempts', async (note) => {
      expectThat(result?.passed === true && result.attempt === 2, `"${part.title}" passed at attempt 2`, result);
      note(`${result.score} of ${result.maxScore}, attempt ${result.attempt}.`);
    });
    return `${part.title} was failed once, taken again after the wait, and passed; the credential followed.`;
  },
};

export const failedStation: Failure = {
  ...failing,
  id: 'failed-station',
  title: 'One station is failed, the others are at their best',
  fits: ({ assessments }) => assessments.some(({ kind }) => kind === 'hands-on'),
};

export const failedPart: Failure = {
  ...failing,
  id: 'failed-part',
  title: 'A part is failed, and taken again',
  fits: () => true,
};
