import { eigenSymmetric } from '../../../numeric/linear.ts';
import type { PreparedData } from '../data/prepare.ts';
import { localOf, type Model } from './parameters.ts';

/** Slopes below this are 0, but for the tolerance of the estimation. */
const NONE = 0.05;
/** Of the item that goes most with the others. */
const STEEPEST = 1.5;
/** The eigenvectors of more items take too long for what they are worth. */
const MOST_ITEMS = 400;

/**
 * Where to start again when all slopes have become 0: independent items are a stationary point of every likelihood, also
 * where it is a saddle, and data in which right and wrong answers balance (half of the items scored in reverse) lead there.
 * The signs and sizes of the slopes are those of the first principal component.
 *
 * @returns undefined where a slope is not 0, or there is none to choose.
 */
export function awayFromIndependence(model: Model, data: PreparedData, x: Float64Array): Float64Array | undefined {
  const slopes = model.families.flatMap((family, i) =>
    family.names.flatMap((name, j) => (/^(discrimination|slope)/.test(name) ? [{ item: i, j, name }] : [])),
  );
  const isNone = slopes.every(({ item, j }) => Math.abs(localOf(model, item, x)[j] ?? 0) < NONE);
  if (slopes.length < 2 || !isNone || data.items.length > MOST_ITEMS) return undefined;
  const component = firstComponent(data);
  const largest = component.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0)) return undefined;
  const start = x.slice();
  for (const { item, j, name } of slopes) {
    const index = model.indexes[item]?.[j] ?? -1;
    const k = name.startsWith('slope') ? Number(/\d+$/.exec(name)?.[0] ?? 1) : 1;
    if (index >= 0) start[index] = (k * STEEPEST * (component[item] ?? 0)) / largest;
  }
  return start;
}

/** Of the correlations of the items, each of the candidates who answered both. */
function firstComponent({ items, n, values }: PreparedData): Float64Array {
  const width = items.length;
  const matrix = new Float64Array(width * width);
  for (let a = 0; a < width; a += 1) {
    for (let b = 0; b < a; b += 1) {
      let [count, sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0, 0];
      for (let p = 0; p < n; p += 1) {
        const [x, y] = [values[p * width + a] ?? -1, values[p * width + b] ?? -1];
        if (x < 0 || y < 0) continue;
        count += 1;
        sa += x;
        sb += y;
        saa += x * x;
        sbb += y * y;
        sab += x * y;
      }
      const spread = (saa - (sa * sa) / count) * (sbb - (sb * sb) / count);
      const r = count > 1 && spread > 0 ? (sab - (sa * sb) / count) / Math.sqrt(spread) : 0;
      matrix[a * width + b] = r;
      matrix[b * width + a] = r;
    }
  }
  const { vectors } = eigenSymmetric(matrix, width);
  return Float64Array.from({ length: width }, (_, item) => vectors[item * width] ?? 0);
}
