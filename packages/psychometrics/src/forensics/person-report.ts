import type { SampleJudgment } from '../guard/judge-sample.ts';
import {
  count,
  type Fact,
  type Figure,
  left,
  type Notice,
  type Presentation,
  right,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';

/** A table for people ends here; the rest is in the JSON. */
export const MOST_ROWS = 50;

/** What a report of flagged persons, items or centers is made of. */
export interface FlagReport<T> {
  readonly title: string;
  readonly subtitle: string;
  readonly evidence: string;
  readonly sample: SampleJudgment | null;
  readonly notices: readonly string[];
  readonly facts: readonly Fact[];
  readonly paragraphs: readonly string[];
  readonly figures?: readonly Figure[];
  /** The first column names the row and stands left; the others are numbers. */
  readonly columns: readonly string[];
  /** The most unusual first. */
  readonly entries: readonly T[];
  readonly cells: (entry: T) => readonly string[];
  readonly flagged: (entry: T) => boolean;
}

/**
 * The notices of a forensic report: the evidence statement first, then a sample too small, then what was said on the
 * way.
 */
export function forensicNotices(
  evidence: string,
  sample: SampleJudgment | null,
  notices: readonly string[],
): readonly Notice[] {
  return [...textNotices([evidence]), ...sampleNotices(sample), ...textNotices(notices)];
}

/** A report with one table whose last column says which rows are flagged. */
export function flagReport<T>(report: FlagReport<T>): Presentation {
  const shown = report.entries.slice(0, MOST_ROWS);
  const [first = '', ...numbers] = report.columns;
  const total = report.entries.length;
  return {
    title: report.title,
    subtitle: report.subtitle,
    facts: [
      ...report.facts,
      { label: 'Flagged', value: count(report.entries.filter(report.flagged).length), note: `of ${count(total)}` },
    ],
    notices: forensicNotices(report.evidence, report.sample, report.notices),
    sections: [
      {
        heading: report.title,
        paragraphs: report.paragraphs,
        figures: report.figures ?? [],
        tables: [
          {
            caption: shown.length < total ? `The first ${shown.length} of ${count(total)}` : '',
            columns: [left(first), ...numbers.map(right), left('Flag')],
            rows: shown.map((entry) => [...report.cells(entry), report.flagged(entry) ? 'flagged' : '']),
          },
        ],
      },
    ],
  };
}

/** The entries with the smallest numbers first; those without a number last. */
export function rising<T>(entries: readonly T[], by: (entry: T) => number | null): readonly T[] {
  return [...entries].sort((a, b) => (by(a) ?? Infinity) - (by(b) ?? Infinity) || 0);
}
