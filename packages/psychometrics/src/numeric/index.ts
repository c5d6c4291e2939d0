export * from './distributions/index.ts';
export * from './linear.ts';
export * from './optimize.ts';
export { gaussHermite, gaussLegendre, normalGrid, type Quadrature } from './quadrature.ts';
export { Random } from './random.ts';
export * from './special.ts';
export * from './summary.ts';
