import { selectPersons } from '../../data/response-matrix.ts';
import { inverseSymmetric } from '../../numeric/linear.ts';
import { minimizeBfgs } from '../../numeric/optimize.ts';
import { gaussHermite } from '../../numeric/quadrature.ts';
import type { GroupItem } from '../group-items.ts';
import { gender, verbal } from './verbal.ts';

/**
 * The Rasch model as difR estimates it through ltm: discrimination 1 and θ standard normal in each group, Gauss-Hermite
 * quadrature of 21 nodes. Another model than the package's own, which leaves the variance of θ free.
 */
export function unitRasch(group: string): GroupItem[] {
  const data = selectPersons(
    verbal,
    gender.flatMap((one, person) => (one === group ? [person] : [])),
  );
  const { nodes, weights } = gaussHermite(21);
  const width = data.items.length;

  const gradientAt = (b: Float64Array): { value: number; gradient: Float64Array } => {
    const gradient = new Float64Array(width);
    let value = 0;
    for (let person = 0; person < data.persons.length; person += 1) {
      const joint = Array.from(nodes, (theta, node) => {
        let log = Math.log(weights[node] ?? 0);
        for (let item = 0; item < width; item += 1) {
          const eta = theta - (b[item] ?? 0);
          log += (data.values[person * width + item] ?? 0) * eta - Math.log1p(Math.exp(eta));
        }
        return Math.exp(log);
      });
      const likelihood = joint.reduce((sum, one) => sum + one, 0);
      value -= Math.log(likelihood);
      nodes.forEach((theta, node) => {
        const posterior = (joint[node] ?? 0) / likelihood;
        for (let item = 0; item < width; item += 1) {
          const p = 1 / (1 + Math.exp((b[item] ?? 0) - theta));
          gradient[item] = (gradient[item] ?? 0) + posterior * ((data.values[person * width + item] ?? 0) - p);
        }
      });
    }
    return { value, gradient };
  };

  const { x } = minimizeBfgs(
    (b) => gradientAt(b).value,
    (b) => gradientAt(b).gradient,
    new Float64Array(width),
  );
  const information = new Float64Array(width * width);
  const step = 1e-5;
  for (let column = 0; column < width; column += 1) {
    const shifted = (by: number): Float64Array =>
      gradientAt(x.map((value, at) => (at === column ? value + by : value))).gradient;
    const [up, down] = [shifted(step), shifted(-step)];
    for (let row = 0; row < width; row += 1) {
      information[row * width + column] = ((up[row] ?? 0) - (down[row] ?? 0)) / (2 * step);
    }
  }
  const covariance = inverseSymmetric(information, width) ?? new Float64Array(width * width);
  return data.items.map((id, item) => ({
    id,
    discrimination: 1,
    difficulty: x[item] ?? 0,
    variance: { discrimination: 0, difficulty: covariance[item * width + item] ?? 0, covariance: 0 },
  }));
}
