export { EVIDENCE_NOT_PROOF, type Evidence } from './evidence.ts';
export {
  PATTERN_METHODS,
  type PatternMethod,
  type PersonPattern,
  type PersonPatterns,
  personPatterns,
} from './person-patterns.ts';
export * from './preknowledge/index.ts';
export { presentSimilarity } from './present.ts';
export {
  presentAnswerChanges,
  presentCenters,
  presentPatterns,
  presentPreknowledge,
  presentRapidGuessing,
  presentScoreGains,
} from './present-persons.ts';
export * from './screening/index.ts';
export * from './similarity/index.ts';
export { readPairs } from './similarity/read-pairs.ts';
export * from './times/index.ts';
