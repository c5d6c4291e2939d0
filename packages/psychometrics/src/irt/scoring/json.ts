import type { SampleScores } from './score-sample.ts';

/** The scores as one JSON object: `persons` with `id`, `theta` and `se`, and what they amount to. */
export type ScoreJson = SampleScores;

/** The scores as JSON; every field is a plain value already. */
export const scoreJson = (scores: SampleScores): ScoreJson => scores;
