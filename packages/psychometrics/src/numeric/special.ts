export { erf, erfc } from './special/error-function.ts';
export { betaI, betaIUpper } from './special/incomplete-beta.ts';
export { gammaP, gammaQ } from './special/incomplete-gamma.ts';
export { logBeta, logChoose, logFactorial, logGamma } from './special/log-gamma.ts';
export { digamma, trigamma } from './special/polygamma.ts';
