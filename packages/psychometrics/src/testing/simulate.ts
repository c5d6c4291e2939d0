import { OMITTED, type ResponseMatrix } from '../data/response-matrix.ts';
import { type Item, itemFromThresholds } from '../irt/items/item.ts';
import { probabilities } from '../irt/items/response-function.ts';
import { Random } from '../numeric/random.ts';

/** What responses are drawn from. */
export interface Population {
  readonly persons: number;
  /** A seed, or a source of numbers that others draw from too. */
  readonly seed: number | Random;
  /** Of θ ~ N(mean, sd²); standard normal when left out. */
  readonly mean?: number;
  readonly sd?: number;
  /** θ of the first persons, who are then not drawn. */
  readonly thetas?: readonly number[];
  /** The share of responses that is omitted at random. */
  readonly omitted?: number;
}

/** Responses of persons to items of known parameters. */
export function simulate(items: readonly Item[], population: Population): ResponseMatrix {
  const { persons, seed, mean = 0, sd = 1, thetas = [], omitted = 0 } = population;
  const random = seed instanceof Random ? seed : new Random(seed);
  const values = new Int16Array(persons * items.length);
  for (let person = 0; person < persons; person += 1) {
    const theta = thetas[person] ?? mean + sd * random.normal();
    items.forEach((item, at) => {
      const category = random.pick(probabilities(item, theta));
      values[person * items.length + at] = omitted > 0 && random.uniform() < omitted ? OMITTED : category;
    });
  }
  return { persons: Array.from({ length: persons }, (_, p) => `p${p}`), items: items.map(({ id }) => id), values };
}

/** Several samples of the same items, one below the other. */
export function stack(samples: readonly ResponseMatrix[]): ResponseMatrix {
  return {
    items: samples[0]?.items ?? [],
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
