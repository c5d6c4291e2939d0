import type { LetterData, Template } from './document.ts';
import { fillIn } from './labels.ts';

/** What a candidate achieved, in words before numbers, and never against other candidates. */
export interface ScoreReportData extends LetterData {
  readonly outcome: {
    readonly result: 'passed' | 'not-passed';
    readonly status: string;
    readonly meaning: string;
    readonly next: readonly string[];
  };
  readonly assessments: readonly AssessmentReport[];
  /** What the results by topic can and cannot be used for. */
  readonly topicUse: string;
  /** When and how to take it again; empty where there is nothing to retake. */
  readonly retake: readonly string[];
  readonly appeal: readonly string[];
}

export interface AssessmentReport {
  readonly title: string;
  readonly takenOn: string;
  readonly result: 'passed' | 'not-passed';
  readonly status: string;
  /** Such as `78 of 100 items`. */
  readonly score: string;
  /** Such as `70 of 100 items`. */
  readonly cutScore: string;
  /** What a topic counts, such as `Items` or `Levels`. */
  readonly countLabel: string;
  readonly topics: readonly TopicReport[];
}

/** One bar. */
export interface TopicReport {
  readonly title: string;
  /** How much the topic rests on, such as `24`. */
  readonly count: string;
  /** 0 to 100: the length of the bar. */
  readonly percent: number;
  /** The number as printed, such as `71 %` or `3 of 4`. */
  readonly percentText: string;
  /** Half the length of the error bar, in percent points; left out where no error is known. */
  readonly marginPercent?: number;
}

const english = {
  title: 'Score report {number}: {program}',
  heading: 'Score report',
  demonstration: 'Demonstration. Not a real score report.',
  date: 'Date',
  number: 'Candidacy number',
  program: 'Program',
  edition: 'edition {edition}',
  next: 'What to do next',
  assessment: 'Assessment',
  takenOn: 'Taken on',
  result: 'Result',
  score: 'Score',
  cutScore: 'Cut score',
  topic: 'Topic',
  share: 'Share achieved',
  topicsOf: '{assessment}: results by topic',
  margin:
    'The line through the end of a bar shows how far the result may differ by chance (one standard error each way).',
  topicUse: 'How to use the topics',
  retake: 'Taking it again',
  appeal: 'Review and appeal',
  pageOfPages: 'Page {page} of {pages}',
} as const;

export type ScoreReportLabel = keyof typeof english;

export const scoreReport: Template<ScoreReportData, ScoreReportLabel> = {
  file: 'score-report.typ',
  labels: { en: english },
  title: (data, labels) => fillIn(labels.title, { number: data.number, program: data.program.title }),
  missingGlyphs: 'spell',
};
