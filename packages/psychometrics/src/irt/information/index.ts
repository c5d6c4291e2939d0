export { empiricalReliability, marginalReliability } from './reliability.ts';
export { conditionalSe, expectedSumScore, type TestAt, testCurve, testInformation } from './test-information.ts';
export { abilityAtTrueScore, notRising, type TrueScoreRange, trueScoreRange } from './true-score.ts';
