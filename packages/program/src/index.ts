export { addPeriod, endOfDay, startOfDay } from './calendar/instant.ts';
export * from './facts.ts';
export {
  defaultPayerClass,
  documentVersion,
  findAssessment,
  findFee,
  findPayerClass,
  findRequirement,
  listAssessmentFees,
  settingLabel,
  topicTitle,
} from './lookup.ts';
export type { MessageCode } from './messages/compose.ts';
export { en } from './messages/en.ts';
export { say } from './messages/say.ts';
export { type ParsedProgram, parseProgram } from './parse/parse.ts';
export type { ProgramProblem } from './parse/problem.ts';
export { formatMoney, minorDigits, toMinor } from './prices/money.ts';
export { type Quote, type QuoteLine, type QuoteRequest, quote, quoteFee } from './prices/quote.ts';
export { type Provenance, provenanceOf } from './provenance.ts';
export {
  type Assessment,
  type Criterion,
  type Exam,
  type Fee,
  type PayerClass,
  type Portfolio,
  type Price,
  type Program,
  programJsonSchema,
  type Requirement,
  type RequirementOf,
  type Topic,
} from './schema/program.ts';
export { degreeLevels } from './schema/requirements.ts';
export type { Rule } from './schema/rule.ts';
export { examPassMark, judgeExam, judgePortfolio, type Outcome } from './scoring/outcome.ts';
export { type AuthorizationTerms, authorizationTerms, type InvoiceTerms, invoiceTerms } from './standing/acts.ts';
export {
  type CredentialTerm,
  type CredentialTerms,
  credentialTerm,
  credentialTerms,
  renewalReminders,
} from './standing/credential/terms.ts';
export { countExperience, type ExperienceCount } from './standing/requirements/experience.ts';
export { credentialHistory, standing } from './standing/standing.ts';
export * from './standing/types.ts';
export type { Text } from './text.ts';
