import { type ClassicalResult, classical } from '../classical/classical.ts';
import { type DistractorResult, distractors } from '../classical/distractors.ts';
import { itemScores } from '../classical/item-scores.ts';
import { type Key, type RawResponses, type ResponseMatrix, scoreRaw } from '../data/index.ts';
import { type DecisionResult, decision } from '../decision/decision.ts';

/** What an examination is analyzed from. */
export interface ExaminationInput {
  readonly raw: RawResponses;
  readonly key: Key;
  /** In score points: who reaches it passes. */
  readonly cut: number;
  /** The part of each item, in the order of the items. */
  readonly parts?: readonly string[];
  /** The options that each item offers, by its id; by default what the responses tell. */
  readonly offered?: ReadonlyMap<string, readonly string[]>;
  /** How many score groups the option tables have; 5 by default. */
  readonly groups?: number;
  readonly override?: { readonly reason: string };
}

/** All that a technical report tells, as numbers. */
export interface Examination {
  readonly scores: ResponseMatrix;
  /** Candidates with at least one score, in the order of the totals. */
  readonly persons: readonly string[];
  /** One per candidate, in score points. */
  readonly totals: Float64Array;
  readonly classical: ClassicalResult;
  readonly options: DistractorResult;
  /** Null where candidates took different items. */
  readonly decision: DecisionResult | null;
}

/**
 * Analyzes an examination: items and scores, options, and decisions at the cut. Omitted and not reached items score 0.
 *
 * @throws {RangeError} for items without a key, a cut outside the scores, no candidates.
 */
export function examination(input: ExaminationInput): Examination {
  const { raw, key, cut, override } = input;
  const set = override === undefined ? {} : { override };
  const options = distractors(raw, key, input.groups, {
    ...set,
    ...(input.offered === undefined ? {} : { offered: input.offered }),
  });
  const scores = scoreRaw(raw, key);
  requireCut(cut, scores);
  const result = classical(scores, {
    ...set,
    chance: options.items.map(({ chance }) => chance),
    ...(input.parts === undefined ? {} : { parts: input.parts }),
  });
  const { complete, totals, persons } = itemScores(scores);
  const decided = complete ? decision(scores, { cut, ...set }) : null;
  return { scores, persons, totals, classical: result, options, decision: decided };
}

function requireCut(cut: number, { items }: ResponseMatrix): void {
  if (cut > 0 && cut <= items.length) return;
  throw new RangeError(
    `a cut of ${cut} is outside the scores above 0 to ${items.length}; give the lowest passing score`,
  );
}
