import { difPlot } from '../plots/index.ts';
import type { Figure } from '../presentation/index.ts';
import type { DifItem, DifMethod, DifResult } from './dif-result.ts';

/** What a method is drawn by: a difference that lies below 0 where the item is harder for the focal group. */
interface Drawn {
  readonly measure: string;
  readonly bands: readonly [number, number];
  readonly of: (item: DifItem) => { readonly delta: number | null; readonly se: number | null };
}

/** The delta of the data, for methods whose own effect has no direction or no classes; its error is that of mh. */
const byDelta = (scale: number): Drawn => ({
  measure: 'MH D-DIF',
  bands: [1, 1.5],
  of: ({ deltaMh, se }) => ({ delta: deltaMh, se: se === null || scale === 0 ? null : se * scale }),
});

const drawn: Readonly<Record<DifMethod, Drawn>> = {
  // The error of mh is that of the log odds ratio; −2.35 makes delta of it.
  mh: byDelta(2.35),
  std: { measure: 'STD P-DIF', bands: [0.05, 0.1], of: ({ effect, se }) => ({ delta: effect, se }) },
  logistic: byDelta(0),
  lord: byDelta(0),
  raju: byDelta(0),
  sibtest: {
    measure: 'SIBTEST −β',
    bands: [0.059, 0.088],
    of: ({ effect, se }) => ({ delta: effect === null ? null : -effect, se }),
  },
};

/** The items in their order with the bands A, B and C; none where no item has such a difference. */
export function difFigures({ method, items }: DifResult): readonly Figure[] {
  const { measure, bands, of } = drawn[method];
  const points = items.map((item) => ({ id: item.id, class: item.class, ...of(item) }));
  if (points.every(({ delta }) => delta === null)) return [];
  return [difPlot({ items: points, measure, bands })];
}
