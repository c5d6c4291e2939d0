export { type AchievementCredentialInput, buildAchievementCredential, DEMONSTRATION } from './achievement.ts';
export { CREDENTIALS_CONTEXT, findContext, OPEN_BADGES_CONTEXT } from './contexts.ts';
export { type DidDocument, didWebDocument, didWebOf, didWebUrl, keyFromDidDocument } from './did.ts';
export { type HolderIdentity, isHeldBy } from './identity.ts';
export { issueCredential, type SignedCredential } from './issue.ts';
export type { Json, JsonObject } from './json.ts';
export {
  didKeyOf,
  generateIssuerKey,
  type IssuerKey,
  importIssuerKey,
  type KeyMaterial,
  type Signer,
  type VerificationKey,
} from './keys.ts';
export { type ParsedCredential, type ParseProblem, parseCredentialText } from './parse.ts';
export type { Check, CheckCode, CheckId, CheckResult, VerificationReport } from './report.ts';
export type { ResolveKey } from './resolve.ts';
export { pickIndex } from './status/allocate.ts';
export { type StatusLists, statusListUrls } from './status/check.ts';
export {
  buildStatusListCredential,
  issueStatusList,
  type StatusMessage,
  type StatusReference,
  statusListTtl,
} from './status/credential.ts';
export { statusErrorType } from './status/errors.ts';
export {
  createStatusList,
  decodeStatusList,
  encodeStatusList,
  getStatus,
  MINIMUM_ENTRIES,
  readStatus,
  type StatusList,
  type StatusPurpose,
  setStatus,
  setStatuses,
} from './status/list.ts';
export { verifyCredential } from './verify.ts';
