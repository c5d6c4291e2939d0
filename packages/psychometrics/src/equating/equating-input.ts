import {
  type FrequencyDistribution,
  frequencies,
  type JointDistribution,
  jointFrequencies,
  type ScoreRange,
} from './distribution.ts';
import { equateGroups, equateWithAnchor } from './equate.ts';
import type { Equating, EquatingOptions } from './equating.ts';
import type { EquatingDesign } from './methods.ts';
import type { ScoreFile } from './read-scores.ts';

/** The files of an equating; anchors in files of their own, or in a column `anchor` of the scores. */
export interface EquatingFiles {
  readonly x: ScoreFile;
  readonly y: ScoreFile;
  readonly anchorX?: ScoreFile;
  readonly anchorY?: ScoreFile;
}

/** The highest scores that the forms can give, where the files do not tell. */
export interface HighestScores {
  readonly x?: number;
  readonly y?: number;
  readonly anchor?: number;
}

/** Distributions of scores, ready for the design. */
export type EquatingInput = { readonly notices: readonly string[] } & (
  | { readonly design: 'eg'; readonly x: FrequencyDistribution; readonly y: FrequencyDistribution }
  | {
      readonly design: 'neat';
      readonly x: JointDistribution;
      readonly y: JointDistribution;
      readonly anchor: 'internal' | 'external';
    }
);

/**
 * Makes distributions of files.
 *
 * An anchor is internal when its items are items of the form; where items are not known, as `anchor` says.
 *
 * @throws {RangeError} without the anchor scores that the design needs, or naming candidates that lack one.
 */
export function equatingInput(
  files: EquatingFiles,
  design: EquatingDesign,
  highest: HighestScores = {},
  anchor?: 'internal' | 'external',
): EquatingInput {
  const notices = [...files.x.notices, ...files.y.notices];
  const [rangeX, rangeY] = rangesOf(files.x, files.y, [highest.x, highest.y], 'the forms', notices);
  if (design === 'eg') {
    if (files.anchorX !== undefined || files.anchorY !== undefined) {
      throw new RangeError('equivalent groups need no anchor; leave out the anchor files, or give the design neat');
    }
    const [x, y] = [frequencies(files.x.scores, rangeX), frequencies(files.y.scores, rangeY)];
    return { design, x, y, notices };
  }
  const [v1, v2] = [anchorOf(files.x, files.anchorX, 'X'), anchorOf(files.y, files.anchorY, 'Y')];
  const [anchorX, anchorY] = rangesOf(v1, v2, [highest.anchor, highest.anchor], 'the anchor', notices);
  const range = { low: Math.min(anchorX.low, anchorY.low), high: Math.max(anchorX.high, anchorY.high) };
  const kind = kindOf(files, anchor, notices);
  const internal = kind === 'internal';
  const x = jointFrequencies(files.x.scores, v1.scores, { total: rangeX, anchor: range, internal });
  const y = jointFrequencies(files.y.scores, v2.scores, { total: rangeY, anchor: range, internal });
  return { design, x, y, anchor: kind, notices };
}

/** Equates what {@link equatingInput} made; its notices stand in the result. */
export function equateInput(input: EquatingInput, options: EquatingOptions): Equating {
  const result =
    input.design === 'eg'
      ? equateGroups(input.x, input.y, options)
      : equateWithAnchor(input.x, input.y, { ...options, anchor: input.anchor });
  return { ...result, notices: [...result.notices, ...input.notices] };
}

/** Known ranges stand; of others the highest score is taken to be the higher of both that were seen. */
function rangesOf(
  first: ScoreFile,
  second: ScoreFile,
  given: readonly [number | undefined, number | undefined],
  what: string,
  notices: string[],
): readonly [ScoreRange, ScoreRange] {
  const seen = Math.max(first.range.high, second.range.high);
  let guessed = false;
  const rangeOf = ({ range, rangeKnown }: ScoreFile, high: number | undefined): ScoreRange => {
    if (high !== undefined) return { low: range.low, high };
    if (!rangeKnown) guessed = true;
    return rangeKnown ? range : { low: range.low, high: seen };
  };
  const ranges = [rangeOf(first, given[0]), rangeOf(second, given[1])] as const;
  if (guessed) {
    notices.push(
      `The highest score of ${what} is taken to be ${seen}, the highest seen; give it if the data do not reach it.`,
    );
  }
  return ranges;
}

function anchorOf(scores: ScoreFile, file: ScoreFile | undefined, form: string): ScoreFile {
  if (file === undefined) {
    if (scores.anchor === null) {
      throw new RangeError(`there are no anchor scores for form ${form}; give a file of them or a column named anchor`);
    }
    const range = { low: Math.min(0, ...new Set(scores.anchor)), high: Math.max(1, ...new Set(scores.anchor)) };
    return { ...scores, scores: scores.anchor, items: null, range, rangeKnown: false, notices: [] };
  }
  if (!scores.perCandidate || !file.perCandidate) {
    throw new RangeError(
      `Form ${form}: frequencies do not tell which total goes with which anchor score; give a row per candidate.`,
    );
  }
  if (scores.ids === null || file.ids === null) {
    if (scores.scores.length !== file.scores.length) {
      throw new RangeError(
        `form ${form} has ${scores.scores.length} candidates and its anchor ${file.scores.length}; give both a column id, or the same rows`,
      );
    }
    return file;
  }
  const byId = new Map(file.ids.map((id, row) => [id, file.scores[row] ?? 0]));
  const lacking = scores.ids.filter((id) => !byId.has(id));
  if (lacking.length > 0) {
    throw new RangeError(
      `form ${form}: no anchor score for ${lacking.slice(0, 5).join(', ')} (${lacking.length}); leave them out of both files`,
    );
  }
  return { ...file, ids: scores.ids, scores: scores.ids.map((id) => byId.get(id) ?? 0) };
}

function kindOf(
  { x, y, anchorX, anchorY }: EquatingFiles,
  given: 'internal' | 'external' | undefined,
  notices: string[],
): 'internal' | 'external' {
  if (given !== undefined) return given;
  const kinds = [[x, anchorX] as const, [y, anchorY] as const].flatMap(([form, file]) => {
    if (form.items === null || file?.items === null || file?.items === undefined) return [];
    const own = new Set(form.items);
    const inside = file.items.filter((id) => own.has(id)).length;
    if (inside > 0 && inside < file.items.length) {
      throw new RangeError(
        `${inside} of ${file.items.length} anchor items are items of the form; an anchor lies in the form or outside it, so say which`,
      );
    }
    return [inside > 0 ? ('internal' as const) : ('external' as const)];
  });
  const [first, second] = kinds;
  if (first !== undefined && (second === undefined || first === second)) return first;
  notices.push('The anchor is taken to be internal, its items to count in the total; say external if they do not.');
  return 'internal';
}
