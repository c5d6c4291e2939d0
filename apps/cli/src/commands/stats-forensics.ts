import {
  answerSheet,
  answerSheetFromCategories,
  columnCells,
  patternsJson,
  personPatterns,
  presentPatterns,
  presentSimilarity,
  readRaw,
  readScored,
  similarity,
  similarityJson,
  SIMILARITY_METHODS,
} from '@testamur/psychometrics';
