export { type CsvMapping, guessMapping } from './foreign/csv/mapping.ts';
export { readCsv } from './foreign/csv/read-csv.ts';
export { type CsvTable, readTable } from './foreign/csv/read-table.ts';
export { type WrittenCsv, writeCsv } from './foreign/csv/write-csv.ts';
export { readGift } from './foreign/gift/read-gift.ts';
export { readMoodleXml } from './foreign/moodle/read-moodle.ts';
export { readAiken } from './foreign/read-aiken.ts';
export type { ForeignItem, ForeignMessage, ForeignOptions, ForeignResult } from './foreign/result.ts';
export {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  type Manifest,
  type ManifestResource,
  type ManifestResult,
  parseManifest,
} from './manifest/parse-manifest.ts';
export type * from './model/content.ts';
export type {
  Area,
  ContextDeclaration,
  Mapping,
  OutcomeDeclaration,
  ResponseDeclaration,
  Shape,
  TemplateDeclaration,
  VariableDeclaration,
  View,
} from './model/declarations.ts';
export type { Expression, Operator } from './model/expression.ts';
export type * from './model/interaction.ts';
export type {
  AssessmentItem,
  AssessmentStimulus,
  Card,
  Catalog,
  CompanionMaterial,
  ModalFeedback,
  QtiVersion,
  StimulusRef,
  Stylesheet,
} from './model/item.ts';
export { type ItemResponse, isAnswered, itemResponseOf, responsesOf } from './model/item-response.ts';
export type { Message } from './model/message.ts';
export { plainText } from './model/plain-text.ts';
export type { ResponseProcessing, ResponseRule, StandardTemplate } from './model/processing.ts';
export type { ReadResult } from './model/report.ts';
export type { AssessmentResult } from './model/result.ts';
export type { CompletionStatus, ItemSession, TraceStep } from './model/session.ts';
export type { AssessmentTest, ItemRef, Section, SectionPart, TestPart } from './model/test.ts';
export type { BaseType, Cardinality, PlainValue, PlainValues, Scalar } from './model/value.ts';
export { interactionsOf, mediaOf, nodesOf, rubricsOf } from './model/walk.ts';
export { folderOf, resolvePath } from './package/path.ts';
export { DEFAULT_PACKAGE_LIMITS, type PackageLimits, readPackage } from './package/read-package.ts';
export type {
  PackageDocument,
  PackageItem,
  PackageMessage,
  PackageReport,
  PackageSection,
  PackageStimulus,
  PackageTest,
} from './package/report.ts';
export { writeZip } from './package/zip/write-zip.ts';
export { type ItemResult, parseItem } from './parse/parse-item.ts';
export {
  parseSection,
  parseStimulus,
  parseTest,
  type SectionResult,
  type StimulusResult,
  type TestResult,
} from './parse/parse-test.ts';
export {
  type NeedsAndPreferences,
  PNP_FEATURES,
  type PnpActivation,
  type PnpFeature,
} from './pnp/features.ts';
export { parsePnp, readPnpJson } from './pnp/parse-pnp.ts';
export { recordOfText } from './process/check/typed-number.ts';
export { missingOperator } from './process/custom-operators.ts';
export { maxScore } from './process/max-score.ts';
export { readResponses } from './process/read-responses.ts';
export { type ItemScore, scoreItem } from './process/score-item.ts';
export { startItem } from './process/start-item.ts';
export { submitResponses } from './process/submit-responses.ts';
export {
  checkResponses,
  type ResponseCheck,
  type ResponseError,
  validateResponse,
} from './process/validate-response.ts';
export { parseResult } from './results/parse-result.ts';
export { writeResult } from './results/write-result.ts';
export { testFeedback } from './test-session/feedback.ts';
export { currentItem, endPart, endTest, moveNext, moveTo, startTest } from './test-session/navigate.ts';
export { type PlannedItem, planTest, type TestPlan } from './test-session/plan-test.ts';
export { controlOf, type Step, type TestContent, type TestSession } from './test-session/session.ts';
export { submitItem } from './test-session/submit.ts';
export { testResult } from './test-session/test-result.ts';
export { limitsAround, type RunningLimit, secondsLeft, spend } from './test-session/time.ts';
export type { DocumentKind } from './upgrade/detect.ts';
export { type DocumentClue, kindOf } from './upgrade/kind-of.ts';
export { readPlain, writePlain } from './value/plain.ts';

export { type AuthorItem, authorView } from './view/author-view.ts';
export { type CandidateItem, candidateView, type ViewOptions } from './view/candidate-view.ts';
export type { ResolveMedia } from './view/presentation.ts';
export { seedOf } from './view/seed.ts';
export { presentTestContent } from './view/test-view.ts';
export { writeItem, writeStimulus } from './write/item.ts';
export { type PackageContent, type WrittenPackage, writePackage } from './write/package.ts';
export { writeSection, writeTest } from './write/test.ts';
export { DEFAULT_XML_LIMITS, type XmlLimits } from './xml/read.ts';
