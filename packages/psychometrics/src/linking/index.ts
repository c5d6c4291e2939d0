export { type CommonItem, commonItems, locationsOf } from './common-items.ts';
export { type ItemDrift, robustZ } from './drift.ts';
export { LINK_METHODS, type Link, type LinkMethod, type LinkOptions, link } from './link.ts';
export type { ItemCovariances } from './link-errors.ts';
export { presentLink } from './present.ts';
export {
  composeTransformations,
  invertTransformation,
  type ScaleTransformation,
  transformItem,
  transformTheta,
} from './transform.ts';
export { type CurveWeights, curveWeights, type WeightChoice } from './weights.ts';
