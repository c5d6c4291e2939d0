export { countMissing, type MissingCounts, markNotReached, missingAsZero } from './missing.ts';
export { type Key, keysOf, optionsOf, type RawResponses, rawCategories, scoreRaw } from './raw-responses.ts';
export { readKey, readRaw, readScored } from './read-responses.ts';
export {
  highestCategories,
  itemResponses,
  NOT_PRESENTED,
  NOT_REACHED,
  OMITTED,
  personResponses,
  type ResponseMatrix,
  responseMatrix,
  selectItems,
  selectPersons,
} from './response-matrix.ts';
export { columnCells, columnIndex, Faults, placeOf, splitIds, type Table, withoutColumns } from './table.ts';
