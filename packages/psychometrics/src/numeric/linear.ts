export { cholesky, inverseSymmetric, logDeterminantPositive, solveCholesky } from './linear/cholesky.ts';
export { eigenSymmetric, type SymmetricEigen } from './linear/eigen.ts';
export { determinant, inverse, multiply, solve } from './linear/lu.ts';
