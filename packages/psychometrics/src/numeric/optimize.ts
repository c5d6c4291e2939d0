export { type Minimum, minimizeBfgs } from './optimize/bfgs.ts';
export { numericalGradient, numericalHessian } from './optimize/derivatives.ts';
export { findRoot, minimizeScalar } from './optimize/scalar.ts';
