import type { ResponseMatrix } from '../../../data/response-matrix.ts';
import { addChange, momentModel } from './moment-model.ts';
import { observedMoments } from './observed-moments.ts';
import { residualForm } from './quadratic-form.ts';

/** The fit of the model in which nothing connects the items: the yardstick of CFI and TLI. */
export function independenceModel(
  data: ResponseMatrix,
  categories: readonly number[],
  shares: boolean,
): { readonly statistic: number; readonly df: number } {
  const n = data.persons.length;
  const curves = categories.map((count, item) => {
    const curve = new Float64Array(count);
    for (let person = 0; person < n; person += 1) {
      const category = data.values[person * categories.length + item] ?? 0;
      curve[category] = (curve[category] ?? 0) + 1 / n;
    }
    return curve;
  });
  const model = momentModel({ weights: Float64Array.of(1), curves }, shares);
  const columns = categories.flatMap((count, item) =>
    Array.from({ length: count - 1 }, (_, above) => {
      const change = new Float64Array(count);
      change[0] = -1;
      change[above + 1] = 1;
      const column = new Float64Array(model.size);
      addChange(model, column, item, 0, change);
      return column;
    }),
  );
  const observed = observedMoments(model, data);
  const residuals = observed.map((value, at) => value - (model.expected[at] ?? 0));
  const { value, df } = residualForm(model, residuals, columns);
  return { statistic: n * value, df };
}
