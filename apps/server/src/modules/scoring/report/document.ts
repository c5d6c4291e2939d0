import type { Assessment } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { AssessmentReport, ScoreReportData } from '../../../platform/pdf/index.ts';
import type { ScoreReport } from './report.ts';

type Part = ScoreReport['report']['assessments'][number];

const countOf = (points: number): string => String(Math.round(points * 100) / 100);

const units = {
  exam: { unit: 'items', label: 'Items' },
  course: { unit: 'modules', label: 'Modules' },
  portfolio: { unit: 'points', label: 'Points' },
  performance: { unit: 'points', label: 'Points' },
  oral: { unit: 'points', label: 'Points' },
  'hands-on': { unit: 'points', label: 'Points' },
} as const satisfies Record<Assessment['kind'], { unit: string; label: string }>;

/** When the attempt was sealed, handed in, held or completed. */
const takenOn = ({ candidacy }: ScoreReport, { assessmentId, attempt, releasedAt }: Part): string => {
  const own = candidacy.facts.filter(
    ({ data }) =>
      'assessment' in data && data.assessment === assessmentId && 'attempt' in data && data.attempt === attempt,
  );
  const held = own.find((fact) => fact.kind === 'session-held');
  if (held) return held.data.heldOn;
  const done = own.findLast(
    ({ kind }) => kind === 'attempt-sealed' || kind === 'portfolio-submitted' || kind === 'module-completed',
  );
  return done?.at ?? releasedAt;
};

/** On the scale where there is one, with the points that it comes from. */
const scoreText = ({ kind, scaled, score, maxScore }: Part): string => {
  const points = `${countOf(score)} of ${countOf(maxScore)} ${units[kind].unit}`;
  return scaled === undefined
    ? points
    : `${scaled.score} on a scale of ${scaled.lowest} to ${scaled.highest} (${points})`;
};

const cutText = ({ kind, scaled, passMark, maxScore }: Part): string => {
  const points = `${countOf(passMark)} of ${countOf(maxScore)} ${units[kind].unit}`;
  return scaled === undefined ? points : `${scaled.cut} (${points})`;
};

const partOf = (source: ScoreReport, part: Part): AssessmentReport => {
  const isExam = part.kind === 'exam';
  return {
    title: part.title,
    takenOn: formatDay(takenOn(source, part)),
    result: part.passed ? 'passed' : 'not-passed',
    status: part.passed ? 'Passed' : 'Not passed',
    score: scoreText(part),
    cutScore: cutText(part),
    countLabel: units[part.kind].label,
    topics: part.topics.map(({ title, score, maxScore, marginPoints }) => {
      const percent = Math.round((score / maxScore) * 100);
      return {
        title,
        count: countOf(maxScore),
        percent,
        percentText: isExam ? `${percent}%` : `${countOf(score)} of ${countOf(maxScore)}`,
        ...(isExam ? { marginPercent: Math.round((marginPoints / maxScore) * 100) } : {}),
      };
    }),
  };
};

const meaningOf = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      const needed = `${cutText(part)} ${part.scaled === undefined ? 'are' : 'is'} needed`;
      const points = `${scoreText(part)}; ${needed}`;
      return part.passed ? `You passed: ${part.title}, ${points}.` : `You did not pass: ${part.title}, ${points}.`;
    })
    .join(' ');

/** Of several assessments, some may still be ahead of somebody who has passed all that were released. */
const statusOf = ({ candidacy: { standing } }: ScoreReport, parts: readonly Part[]): string => {
  if (parts.some((part) => !part.passed)) return 'Not passed';
  const ahead = standing.assessments.filter(({ state }) => state !== 'passed').map(({ assessment }) => assessment);
  return standing.next.some(({ subject }) => subject !== undefined && ahead.includes(subject))
    ? 'Passed so far'
    : 'Passed';
};

/** Each result can be appealed by itself, because each was released by itself. */
const appealOf = ({ candidacy }: ScoreReport, parts: readonly Part[]): string[] => [
  ...parts.map(
    ({ title, appealUntil }) => `${title}: you may appeal this result until ${formatDay(appealUntil)} (UTC).`,
  ),
  candidacy.program.policies.appeal.text,
];

const retakeOf = ({ title, attempt, attemptsLeft, retakeFrom }: Part): string[] => {
  if (attemptsLeft === 0) return [`${title}: no attempt is left. This was attempt ${attempt}.`];
  const from = retakeFrom === undefined ? '' : `, from ${formatDay(retakeFrom)} on`;
  return [`${title}: this was attempt ${attempt}; ${attemptsLeft} ${attemptsLeft === 1 ? 'is' : 'are'} left${from}.`];
};

/** The score report as a letter: the latest released result of each assessment, words before numbers. */
export const documentOf = (source: ScoreReport, demonstration: boolean, now: Date): ScoreReportData => {
  const { candidacy, report } = source;
  const { program } = candidacy;
  const seen = new Set<string>();
  const latest = report.assessments.filter(({ assessmentId }) => !seen.has(assessmentId) && seen.add(assessmentId));
  const newest = latest.toSorted((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1))[0];
  const passed = latest.every((part) => part.passed);
  const failed = latest.filter((part) => !part.passed);
  const comments = latest.flatMap((part) => part.comments.map(({ criterion, comment }) => `${criterion}: ${comment}`));
  const steps = failed.map(({ title, nextStep }) => `${title}: ${nextStep}`);
  const date = newest?.releasedAt ?? now.toISOString();
  return {
    language: 'en-US',
    demonstration,
    createdAt: date,
    organization: { ...program.organization, contact: [] },
    notice: program.notice.text,
    recipient: { name: report.candidateName, lines: [] },
    number: report.number,
    date: formatDay(date),
    program: { title: program.title, abbreviation: program.abbreviation, edition: program.edition },
    outcome: {
      result: passed ? 'passed' : 'not-passed',
      status: statusOf(source, latest),
      meaning: meaningOf(latest),
      next: [...steps, ...comments, 'Your candidacy page says what comes next and by when.'],
    },
    assessments: latest.map((part) => partOf(source, part)),
    topicUse:
      'Each topic rests on few items, so a difference between two topics can be chance. Use them to plan your study. ' +
      'There is no pass mark by topic, and topics of two exams should not be compared.',
    retake: failed.flatMap(retakeOf),
    appeal: appealOf(source, latest),
  };
};
