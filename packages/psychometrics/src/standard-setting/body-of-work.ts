import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { bySplit } from './contrasting-cuts.ts';
import { requireScores } from './impact.ts';
import { ONE_JUDGE, panelCut, requireJudges } from './panel.ts';

/** One judge's sorting of one body of work. */
export interface WorkJudgment {
  readonly judge: string;
  /** Score of the work, which judges don't see. */
  readonly score: number;
  /** The level that the judge puts it in; a whole number, rising with performance. */
  readonly level: number;
}

/** The cut between a level and the one below. */
export interface LevelCut {
  readonly level: number;
  /** Score at which a work is as likely put in this level or above as below; all judges together. */
  readonly cut: number | null;
  /** By how the judges' own cuts differ; null unless two judges have one. */
  readonly se: number | null;
  readonly judges: readonly { readonly id: string; readonly cut: number | null; readonly reason: string | null }[];
  readonly reason: string | null;
}

/** Cuts between the levels that works are sorted into. */
export interface BodyOfWork {
  /** Judges. */
  readonly n: number;
  readonly cuts: readonly LevelCut[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * The body of work method: judges sort whole works into levels, and a logistic regression finds the score between them.
 *
 * @throws {RangeError} without judgments of two levels, or for a score or level that is none.
 * @see Kingston, Kahl, Sweeney & Bay (2001), in Cizek, Setting Performance Standards.
 */
export function bodyOfWork(
  judgments: readonly WorkJudgment[],
  options: { readonly override?: { readonly reason: string } } = {},
): BodyOfWork {
  const judges = [...new Set(judgments.map(({ judge }) => judge))];
  requireJudges(judges);
  requireScores(judgments.map(({ score }) => score));
  const bad = judgments.find(({ level }) => !Number.isInteger(level));
  if (bad !== undefined) throw new RangeError(`judge ${bad.judge}: level ${bad.level} is none; give whole numbers`);
  const levels = [...new Set(judgments.map(({ level }) => level))].sort((a, b) => a - b);
  if (levels.length < 2) throw new RangeError('all works are in one level; there is nothing to cut between');

  const cutOf = (own: readonly WorkJudgment[], level: number): { cut: number | null; reason: string | null } => {
    const competent = own.flatMap((one) => (one.level >= level ? [one.score] : []));
    const not = own.flatMap((one) => (one.level < level ? [one.score] : []));
    if (competent.length === 0 || not.length === 0) return { cut: null, reason: 'all works stand on one side' };
    const { cut, reason } = bySplit({ competent, not }, 1).logistic;
    return { cut, reason };
  };
  const cuts = levels.slice(1).map((level): LevelCut => {
    const single = judges.map((id) => ({
      id,
      ...cutOf(
        judgments.filter(({ judge }) => judge === id),
        level,
      ),
    }));
    const found = single.flatMap(({ cut }) => (cut === null ? [] : [cut]));
    return { level, ...cutOf(judgments, level), se: panelCut(found).se, judges: single };
  });
  const unordered = cuts.some(({ cut }, at) => cut !== null && cut < (cuts[at - 1]?.cut ?? -Infinity));
  return {
    n: judges.length,
    cuts,
    sample: judgeSample('judges', judges.length, options.override),
    notices: [
      ...(judges.length === 1 ? [ONE_JUDGE] : []),
      ...(unordered ? ['The cuts do not rise with the levels; too few works stand in some of them.'] : []),
      ...cuts.flatMap(({ level, reason }) => (reason === null ? [] : [`level ${level}: ${reason}`])),
    ],
  };
}
