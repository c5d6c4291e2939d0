export { addPeriod, endOfDay, startOfDay } from './calendar/instant.ts';
export { applies, type Circumstances, credentialTitle, listCircumstances, trackTitle } from './circumstances.ts';
export {
  type CandidacyDifference,
  type Difference,
  diffCandidacy,
  diffPrograms,
  type LineDifference,
} from './diff/diff.ts';
export * from './facts.ts';
export {
  type Answers,
  type Inquiry,
  none as noneOfThese,
  type Reading,
  unsure as notSure,
} from './guide/interview/answers.ts';
export {
  type Interview,
  interview,
  type ProgramReading,
  type RequirementReading,
} from './guide/interview/interview.ts';
export { type Plan, type PlanEvent, type PlanRequest, plan } from './guide/plan.ts';
export {
  defaultPayerClass,
  documentVersion,
  findAssessment,
  findBundle,
  findDocument,
  findFee,
  findPayerClass,
  findRegion,
  findRequirement,
  isForRenewal,
  isRated,
  isSession,
  labelOf,
  listAssessmentFees,
  settingLabel,
  titleOf,
  topicTitle,
} from './lookup.ts';
export type { MessageCode } from './messages/compose.ts';
export { en } from './messages/en.ts';
export { say } from './messages/say.ts';
export { type ParsedProgram, parseProgram } from './parse/parse.ts';
export type { ProgramProblem } from './parse/problem.ts';
export type { QuoteLine } from './prices/lines.ts';
export { formatMoney, minorDigits, toMinor } from './prices/money.ts';
export { MissingCircumstanceError } from './prices/price.ts';
export { type Quote, type QuoteRequest, quote, quoteFee } from './prices/quote.ts';
export { costRange, type PriceRange, priceRange, type RangeRequest } from './prices/range.ts';
export type { QuotedVoucher } from './prices/vouchers.ts';
export { type Provenance, provenanceOf } from './provenance.ts';
export {
  type Assessment,
  type Bundle,
  type Course,
  type Criterion,
  type EducationCategory,
  type Exam,
  type Fee,
  type FeeOf,
  type Grant,
  type PayerClass,
  type Portfolio,
  type Price,
  type Program,
  programJsonSchema,
  type Rated,
  type Region,
  type RenewalRoute,
  type RenewalRouteOf,
  type Requirement,
  type RequirementOf,
  type Session,
  type Tax,
  type Topic,
  type TrackAxis,
} from './schema/program.ts';
export { degreeLevels } from './schema/requirements.ts';
export type { PassingRule, Rule } from './schema/rule.ts';
export { examPassMark, judgeCourse, judgeExam, judgeRated, type Outcome } from './scoring/outcome.ts';
export { judgePanel } from './scoring/panel.ts';
export { scaledScore } from './scoring/scale.ts';
export { type AuthorizationTerms, authorizationTerms, type InvoiceTerms, invoiceTerms } from './standing/acts.ts';
export { type StatementTerms, statementRoom, statementTerms } from './standing/asking.ts';
export { dependsOnRegion } from './standing/circumstances-finding.ts';
export {
  type CredentialTerm,
  type CredentialTerms,
  credentialTerm,
  credentialTerms,
  renewalReminders,
} from './standing/credential/terms.ts';
export { type RefundTerms, refundTerms } from './standing/fees/refund.ts';
export type { FeeTarget } from './standing/fees/target.ts';
export { assessDeclared, type Declared } from './standing/requirements/declared.ts';
export { countExperience, type ExperienceCount, type ExperienceFilter } from './standing/requirements/experience.ts';
export {
  type ExperienceAmount,
  type ExperienceTally,
  type ExperienceUnit,
  tallyExperience,
} from './standing/requirements/experience-tally.ts';
export { credentialHistory, standing } from './standing/standing.ts';
export * from './standing/types.ts';
export type { Text } from './text.ts';
