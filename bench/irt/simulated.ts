import type { ResponseMatrix } from '../../packages/psychometrics/src/data/index.ts';
import { Random } from '../../packages/psychometrics/src/numeric/random.ts';

/** Responses to 2PL items with log a ~ N(0, 0.3²) and d ~ N(0, 1), θ ~ N(0, 1); the same in every run. */
export function simulated(candidates: number, items: number): ResponseMatrix {
  const random = new Random(20_261_122);
  const a = Float64Array.from({ length: items }, () => Math.exp(0.3 * random.normal()));
  const d = Float64Array.from({ length: items }, () => random.normal());
  const values = new Int16Array(candidates * items);
  for (let p = 0; p < candidates; p += 1) {
    const theta = random.normal();
    for (let i = 0; i < items; i += 1) {
      const p1 = 1 / (1 + Math.exp(-((a[i] ?? 0) * theta + (d[i] ?? 0))));
      values[p * items + i] = random.uniform() < p1 ? 1 : 0;
    }
  }
  return {
    persons: Array.from({ length: candidates }, (_, p) => `${p + 1}`),
    items: Array.from({ length: items }, (_, i) => `item${i + 1}`),
    values,
  };
}
