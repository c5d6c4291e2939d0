import type { ResponseMatrix } from '../../../data/response-matrix.ts';
import { Random } from '../../../numeric/random.ts';
import { type Item, itemFromThresholds } from '../../items/item.ts';
import { probabilities } from '../../items/response-function.ts';

/** Responses of n persons with θ ~ N(mean, sd²), drawn from the items. */
export function simulate(items: readonly Item[], n: number, random: Random, mean = 0, sd = 1): ResponseMatrix {
  const values = new Int16Array(n * items.length);
  for (let p = 0; p < n; p += 1) {
    const theta = mean + sd * random.normal();
    items.forEach((item, i) => {
      values[p * items.length + i] = random.pick(probabilities(item, theta));
    });
  }
  return { persons: Array.from({ length: n }, (_, p) => `p${p}`), items: items.map(({ id }) => id), values };
}

/** Several samples of the same items, one below the other. */
export function stack(samples: readonly ResponseMatrix[]): ResponseMatrix {
  const [first] = samples;
  return {
    items: first?.items ?? [],
    persons: samples.flatMap(({ persons }, g) => persons.map((id) => `${g}-${id}`)),
    values: Int16Array.from(samples.flatMap(({ values }) => [...values])),
  };
}

/** k items of a model with known parameters. */
export function itemsOf(model: Item['model'], k: number, seed = 1): Item[] {
  const random = new Random(seed);
  return Array.from({ length: k }, (_, i): Item => {
    const id = `i${i + 1}`;
    const a = 0.8 + random.uniform();
    const b = -1.5 + (3 * i) / (k - 1);
    switch (model) {
      case 'rasch':
        return { id, model, discrimination: 1, intercept: -b, guessing: 0, upper: 1 };
      case '1pl':
        return { id, model, discrimination: 1.3, intercept: -1.3 * b, guessing: 0, upper: 1 };
      case '2pl':
        return { id, model, discrimination: a, intercept: -a * b, guessing: 0, upper: 1 };
      case '3pl':
        return { id, model, discrimination: a + 0.5, intercept: -(a + 0.5) * b, guessing: 0.2, upper: 1 };
      case '4pl':
        return { id, model, discrimination: a + 0.5, intercept: -(a + 0.5) * b, guessing: 0.2, upper: 0.95 };
      case 'nrm':
        return { id, model, slopes: [0, 0.5 * a, a], intercepts: [0, 0.6, 0.2 - b] };
      default:
        return itemFromThresholds({
          id,
          model,
          discrimination: model === 'pcm' || model === 'rsm' ? 1 : a,
          thresholds: [b - 0.8, b + 0.1, b + 0.7],
        });
    }
  });
}
