import { findAssessment, type Standing } from '@testamur/program';
import { keepPdf } from './keepsakes.ts';
import { expectThat, present } from './unmet.ts';
import type { World } from './world.ts';

/** Something to be had from a point on in a life; done once, when the standing says that it is reached. */
export interface Milestone {
  isReached(standing: Standing): boolean;
  celebrate(world: World, standing: Standing): Promise<void>;
}

const application: Milestone = {
  isReached: ({ status }) => status !== 'draft',
  celebrate: ({ journal, candidate, candidacyId, keepsakes }) =>
    journal.step('candidate', 'Download the application', async (note) => {
      const pdf = await candidate.api.candidacies.getApplicationPdf({ candidacyId });
      note(await keepPdf(keepsakes, 'application.pdf', pdf));
    }),
};

const examToTake = ({ next }: Standing): string | undefined => next.find(({ kind }) => kind === 'take-exam')?.subject;

const authorization: Milestone = {
  isReached: (standing) => examToTake(standing) !== undefined,
  celebrate: ({ journal, candidate, candidacyId, program, keepsakes }, standing) =>
    journal.step('candidate', 'Download the authorization letter', async (note) => {
      const assessmentId = present(examToTake(standing), 'an exam to take');
      const exam = findAssessment(program, assessmentId);
      expectThat(exam?.kind === 'exam', `"${assessmentId}" to be an exam`, exam?.kind);
      const asked = { candidacyId, assessmentId };
      const { minutes, timeMultiplier, number, until } = await candidate.api.scheduling.getAuthorization(asked);
      const granted = exam.timeLimitMinutes * standing.timeMultiplier;
      // The letter names the standard time and what it is multiplied by.
      const written = minutes * timeMultiplier;
      expectThat(written === granted, `${granted} minutes, accommodation included`, `${written}`);
      note(`${number}: ${minutes} minutes × ${timeMultiplier}, until ${until.slice(0, 10)}.`);
      note(await keepPdf(keepsakes, 'authorization.pdf', await candidate.api.scheduling.getAuthorizationPdf(asked)));
    }),
};

const scoreReport: Milestone = {
  isReached: ({ status, assessments }) => status === 'waiting-for-decision' && assessments.some(({ result }) => result),
  celebrate: ({ journal, candidate, candidacyId, keepsakes, expectedScores }) =>
    journal.step('candidate', 'Read the score report', async (note) => {
      const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
      for (const [id, score] of expectedScores) {
        const reported = assessments.find(({ assessmentId }) => assessmentId === id);
        expectThat(reported?.score === score && reported.passed, `${score} points for "${id}", passed`, reported);
        const sum = reported.topics.reduce((total, topic) => total + topic.score, 0);
        expectThat(sum === score, `topics that add up to ${score}`, sum);
        note(`${reported.title}: ${score} of ${reported.maxScore}.`);
      }
      note(
        await keepPdf(keepsakes, 'score-report.pdf', await candidate.api.scoring.getScoreReportPdf({ candidacyId })),
      );
    }),
};

export const milestones: readonly Milestone[] = [application, authorization, scoreReport];
