export { type AchievementCredentialInput, buildAchievementCredential, DEMONSTRATION } from './achievement.ts';
export { type Carrier, type OpenedCredential, type OpenProblem, openCredentialFile } from './baking/open.ts';
export type { BakedProblem, BakedText } from './baking/payload.ts';
export { type PdfAttachment, type PdfAttachments, readPdfAttachments } from './baking/pdf/attachments.ts';
export { bakePng, readBakedPng } from './baking/png.ts';
export { bakeSvg, readBakedSvg } from './baking/svg.ts';
export { CREDENTIALS_CONTEXT, findContext, OPEN_BADGES_CONTEXT } from './contexts.ts';
export { type Canonize, libraryCanonize } from './data-integrity/canonize.ts';
export { createProof, type ProofOptions } from './data-integrity/create-proof.ts';
export type { Cryptosuite, VerifiableCryptosuite } from './data-integrity/suites.ts';
export {
  type PresentationOptions,
  type PresentationReport,
  type VerifyEnvelope,
  verifyPresentation,
} from './data-integrity/verify-presentation.ts';
export { type DidDocument, didWebDocument, didWebOf, didWebUrl, keyFromDidDocument } from './did.ts';
export { type HolderIdentity, isHeldBy } from './identity.ts';
export { addProof, issueCredential, type SignedCredential } from './issue.ts';
export type { Json, JsonObject } from './json.ts';
export {
  algorithmOfMultikey,
  didKeyOf,
  generateIssuerKey,
  type IssuerKey,
  importIssuerKey,
  jwkFromMultikey,
  type KeyAlgorithm,
  type KeyMaterial,
  multikeyFromJwk,
  type PublicJwk,
  publicKeyObject,
  type Signer,
  signatureOf,
  type VerificationAlgorithm,
  type VerificationKey,
  verificationAlgorithmOf,
  verifySignature,
} from './keys.ts';
export { type ParsedCredential, type ParseProblem, parseCredentialText } from './parse.ts';
export type { Check, CheckCode, CheckId, CheckResult, VerificationReport } from './report.ts';
export type { ProofPurpose, ResolveKey } from './resolve.ts';
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
export { type VerifyOptions, verifyCredential } from './verify.ts';
