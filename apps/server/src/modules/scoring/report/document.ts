import { addPeriod } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { AssessmentReport, ScoreReportData } from '../../../platform/pdf/index.ts';
import type { ScoreReport } from './report.ts';

type Part = ScoreReport['report']['assessments'][number];

const countOf = (points: number): string => String(Math.round(points * 100) / 100);

/** When the attempt was sealed or handed in. */
const takenAt = ({ candidacy }: ScoreReport, { assessmentId, attempt, releasedAt }: Part): string => {
  const fact = candidacy.facts.find(
    ({ kind, data }) =>
      (kind === 'attempt-sealed' || kind === 'portfolio-submitted') &&
      'assessment' in data &&
      data.assessment === assessmentId &&
      data.attempt === attempt,
  );
  return fact?.at ?? releasedAt;
};

const partOf = (source: ScoreReport, part: Part): AssessmentReport => {
  const isExam = source.candidacy.program.assessments.find(({ id }) => id === part.assessmentId)?.kind === 'exam';
  const unit = isExam ? 'items' : 'points';
  return {
    title: part.title,
    takenOn: formatDay(takenAt(source, part)),
    result: part.passed ? 'passed' : 'not-passed',
    status: part.passed ? 'Passed' : 'Not passed',
    score: `${countOf(part.score)} of ${countOf(part.maxScore)} ${unit}`,
    cutScore: `${countOf(part.passMark)} of ${countOf(part.maxScore)} ${unit}`,
    countLabel: isExam ? 'Items' : 'Points',
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
    .map(({ title, passed, score, maxScore, passMark }) => {
      const points = `${countOf(score)} of ${countOf(maxScore)}; ${countOf(passMark)} are needed`;
      return passed ? `You passed: ${title}, ${points}.` : `You did not pass: ${title}, ${points}.`;
    })
    .join(' ');

const retakeOf = ({ title, passed, retakeFrom, attemptsLeft, attempt }: Part): string[] => {
  if (passed) return [];
  if (attemptsLeft === 0) return [`${title}: no attempt is left. This was attempt ${attempt}.`];
  const from = retakeFrom === undefined ? '' : ` from ${formatDay(retakeFrom)} on`;
  return [
    `${title}: you may take it again${from}. ${attemptsLeft} ${attemptsLeft === 1 ? 'attempt is' : 'attempts are'} left.`,
  ];
};

const appealOf = ({ candidacy }: ScoreReport, { releasedAt }: Part): string[] => {
  const { within, text } = candidacy.program.policies.appeal;
  return [`You may appeal this result until ${formatDay(addPeriod(releasedAt, within))}.`, text];
};

/** The score report as a letter: the latest released result of each assessment, words before numbers. */
export const documentOf = (source: ScoreReport, demonstration: boolean, now: Date): ScoreReportData => {
  const { candidacy, report } = source;
  const { program } = candidacy;
  const seen = new Set<string>();
  const latest = report.assessments.filter(({ assessmentId }) => !seen.has(assessmentId) && seen.add(assessmentId));
  const newest = latest.toSorted((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1))[0];
  const passed = latest.every((part) => part.passed);
  const comments = latest.flatMap((part) => part.comments.map(({ criterion, comment }) => `${criterion}: ${comment}`));
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
      status: passed ? 'Passed' : 'Not passed',
      meaning: meaningOf(latest),
      next: [...latest.flatMap(retakeOf), ...comments, 'Your candidacy page says what comes next and by when.'],
    },
    assessments: latest.map((part) => partOf(source, part)),
    topicUse:
      'Each topic rests on few items, so a difference between two topics can be chance. Use them to plan your study. ' +
      'There is no pass mark by topic, and topics of two exams should not be compared.',
    retake: latest.flatMap(retakeOf),
    appeal: newest === undefined ? [] : appealOf(source, newest),
  };
};
