import type { ConversionChain } from './conversion-chain.ts';
import type { Equating } from './equating.ts';
import type { IrtEquating } from './irt-equating.ts';
import type { ScaledScores } from './scaled-scores.ts';

/** An equating as JSON: `table` with `x`, `y` and `se`, and how it came about. */
export function equateJson<T extends Equating | IrtEquating | ConversionChain | ScaledScores>(result: T): T {
  return result;
}
