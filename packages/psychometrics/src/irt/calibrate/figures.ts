import { categoryCurves, testInformationPlot, wrightMap } from '../../plots/index.ts';
import type { Figure } from '../../presentation/index.ts';
import { testCurve } from '../information/test-information.ts';
import { type Item, isDichotomous } from '../items/item.ts';
import { probabilities } from '../items/response-function.ts';
import type { CalibratedItem, Calibration, LatentDistribution } from './result.ts';

/** How many items of several categories are drawn at most. */
const MOST_DRAWN = 4;

/** Points of θ for curves: evenly over −4 to 4, or further where the candidates are. */
export function curvePoints({ mean, variance }: Pick<LatentDistribution, 'mean' | 'variance'>): readonly number[] {
  const reach = 4 * Math.sqrt(Math.max(0, variance));
  const [low, high] = [Math.min(-4, Math.floor(mean - reach)), Math.max(4, Math.ceil(mean + reach))];
  return Array.from({ length: 161 }, (_, at) => low + ((high - low) * at) / 160);
}

/** The curves of the categories of an item; an unnamed category goes by its number. */
export function categoryFigure(item: Item, theta: readonly number[], names: readonly number[] = []): Figure {
  const rows = theta.map((at) => probabilities(item, at));
  return categoryCurves({
    id: item.id,
    theta,
    curves: Array.from(rows[0] ?? [], (_, category) => ({
      name: `${names[category] ?? category}`,
      p: rows.map((row) => row[category] ?? 0),
    })),
  });
}

/** Test information with its standard error, the map of items and candidates, and the curves of some categories. */
export function calibrationFigures({ items, latent }: Calibration): readonly Figure[] {
  const theta = curvePoints(latent);
  const curve = testCurve(
    items.map(({ item }) => item),
    theta,
  );
  const stepwise = items.filter(({ item }) => !isDichotomous(item)).slice(0, MOST_DRAWN);
  const places = items.flatMap(placesOf);
  return [
    testInformationPlot({ theta, information: curve.map(({ information }) => information) }),
    // Items of the nominal model have no one place on the scale.
    ...(places.length === 0 ? [] : [wrightMap({ latent, items: places })]),
    ...stepwise.map(({ item, categories }) => categoryFigure(item, theta, categories)),
  ];
}

/** Where an item stands on the scale: its difficulty, or each of its thresholds under a name of its own. */
function placesOf({ item, difficulty, thresholds, categories }: CalibratedItem) {
  if (thresholds === null) return difficulty === null ? [] : [{ id: item.id, difficulty }];
  return thresholds.map((threshold, step) => ({
    id: `${item.id}.${categories[step + 1] ?? step + 1}`,
    difficulty: threshold,
  }));
}
