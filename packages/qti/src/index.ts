export {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  type Manifest,
  type ManifestResource,
  type ManifestResult,
  parseManifest,
} from './manifest/parse-manifest.ts';
export type {
  Choice,
  ChoiceInteraction,
  ContentNode,
  ElementNode,
  InteractionNode,
  RubricNode,
  RubricUse,
  RubricView,
  TextNode,
} from './model/content.ts';
export type {
  AssessmentItem,
  BaseType,
  Cardinality,
  Mapping,
  OutcomeDeclaration,
  OutcomeValue,
  ResponseDeclaration,
  ScalarValue,
} from './model/item.ts';
export type { Message } from './model/message.ts';
export type { Branch, Expression, ResponseProcessing, Rule, StandardTemplate } from './model/processing.ts';
export { interactionsOf, plainText } from './model/walk.ts';
export { type ItemResult, parseItem } from './parse/parse-item.ts';
export { maxScore } from './score/max-score.ts';
export {
  type ResponseCheck,
  type ResponseError,
  type Responses,
  type ResponseValue,
  validateResponse,
} from './score/response.ts';
export { type ItemScore, scoreItem } from './score/score-item.ts';
export { type AuthorItem, authorView } from './view/author-view.ts';
export { type CandidateItem, candidateView, type ViewOptions } from './view/candidate-view.ts';
export { orderChoices } from './view/order-choices.ts';
export type { ResolveMedia } from './view/present.ts';
export { DEFAULT_XML_LIMITS, type XmlLimits } from './xml/read.ts';
