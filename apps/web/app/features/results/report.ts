import type { Api } from '../../api.ts';

export type ScoreReport = Awaited<ReturnType<Api['scoring']['getScoreReport']>>;
export type AssessmentReport = ScoreReport['assessments'][number];
export type TopicScore = AssessmentReport['topics'][number];

/** The last attempt of each assessment, with the earlier ones behind it; those that were not passed come first. */
export const byAssessment = (
  assessments: readonly AssessmentReport[],
): readonly { readonly latest: AssessmentReport; readonly earlier: readonly AssessmentReport[] }[] => {
  const groups = new Map<string, AssessmentReport[]>();
  for (const report of assessments) {
    groups.set(report.assessmentId, [...(groups.get(report.assessmentId) ?? []), report]);
  }
  const found = [...groups.values()].flatMap((reports) => {
    const [latest, ...earlier] = reports.toSorted((a, b) => b.attempt - a.attempt);
    return latest ? [{ latest, earlier }] : [];
  });
  return found.toSorted((a, b) => Number(a.latest.passed) - Number(b.latest.passed));
};

/** Where a mark and the ends of its bar lie, in percent of the way from nothing to all points. */
export const spanOf = ({ score, maxScore, marginPoints }: TopicScore) => {
  const percent = (points: number) => (maxScore > 0 ? Math.min(100, Math.max(0, (points / maxScore) * 100)) : 0);
  return { at: percent(score), from: percent(score - marginPoints), to: percent(score + marginPoints) };
};
