import { keepPdf } from '../keepsakes.ts';
import { expectThat } from '../unmet.ts';
import type { Milestone } from './milestone.ts';

/** Read when everything is passed; where passing certifies at once, that is with the credential. */
export const scoreReport: Milestone = {
  isReached: ({ status, assessments, credential }) =>
    (status === 'waiting-for-decision' || credential !== undefined) && assessments.some(({ result }) => result),
  celebrate: ({ journal, candidate, candidacyId, keepsakes, expectedScores, findings }, standing) =>
    journal.step('candidate', 'Read the score report', async (note) => {
      const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
      for (const [id, { score, passed }] of expectedScores) {
        const attempts = assessments.filter(({ assessmentId }) => assessmentId === id);
        const reported = attempts.toSorted((a, b) => a.attempt - b.attempt).at(-1);
        expectThat(reported?.score === score && reported.passed === passed, `${score} points for "${id}"`, reported);
        const sum = reported.topics.reduce((total, topic) => total + topic.score, 0);
        expectThat(sum === score, `topics that add up to ${score}`, sum);
        const { scaled, releasedAt } = reported;
        const inStanding = standing.assessments.find(({ assessment }) => assessment === id)?.result?.scaledScore;
        expectThat(scaled?.score === inStanding, `${inStanding ?? 'no'} points on the scale`, scaled);
        if (scaled) expectThat(scaled.score >= scaled.cut === passed, 'the scaled score to tell the same', scaled);
        findings.add({
          kind: 'score-report',
          assessment: id,
          at: releasedAt,
          ...(scaled === undefined ? {} : { scaled: scaled.score }),
        });
        const onScale = scaled === undefined ? '' : ` (${scaled.score} on ${scaled.lowest} to ${scaled.highest})`;
        note(`${reported.title}: ${score} of ${reported.maxScore}${onScale}.`);
      }
      note(
        await keepPdf(keepsakes, 'score-report.pdf', await candidate.api.scoring.getScoreReportPdf({ candidacyId })),
      );
    }),
};
