export { type AchievementCredentialInput, buildAchievementCredential, DEMONSTRATION } from './achievement.ts';
export type {
  AlignmentInput,
  CreatorInput,
  EvidenceInput,
  ImageInput,
  ResultDescriptionInput,
  ResultInput,
} from './achievement-details.ts';
export {
  type HostedAddresses,
  type HostedBadge,
  hostedAssertion,
  hostedIssuer,
  OPEN_BADGES_2_CONTEXT,
  revokedAssertion,
} from './badges2/hosted.ts';
export { type Carrier, type OpenedCredential, type OpenProblem, openCredentialFile } from './baking/open.ts';
export type { BakedProblem, BakedText } from './baking/payload.ts';
export { type PdfAttachment, type PdfAttachments, readPdfAttachments } from './baking/pdf/attachments.ts';
export { bakePng, readBakedPng } from './baking/png.ts';
export { bakeSvg, readBakedSvg } from './baking/svg.ts';
export { type BatchOptions, issueBatch } from './canonize/batch.ts';
export { type Canonizer, createCanonizer } from './canonize/canonizer.ts';
export { type AssociationType, buildClrCredential, type ClrCredentialInput } from './clr/build.ts';
export { type ClrVerificationReport, credentialsOfRecord, verifyClrCredential } from './clr/verify.ts';
export {
  CLR_CONTEXT,
  CREDENTIALS_CONTEXT,
  CREDENTIALS_V1_CONTEXT,
  contextUrls,
  DATA_INTEGRITY_CONTEXT,
  findContext,
  OPEN_BADGES_CONTEXT,
} from './contexts.ts';
export { CTDL_CONTEXT, ctdlOfProgram } from './ctdl/ctdl.ts';
export type {
  AwardingBody,
  ProgramAssessment,
  ProgramCondition,
  ProgramCost,
  ProgramDescription,
} from './ctdl/program.ts';
export {
  type CredentialDescription,
  jsonForScript,
  schemaOrgOfCredential,
  schemaOrgOfProgram,
} from './ctdl/schema-org.ts';
export { type Canonize, libraryCanonize } from './data-integrity/canonize.ts';
export { createProof, type ProofOptions } from './data-integrity/create-proof.ts';
export type { Cryptosuite, VerifiableCryptosuite } from './data-integrity/suites.ts';
export {
  type PresentationOptions,
  type PresentationReport,
  type VerifyEnvelope,
  verifyPresentation,
} from './data-integrity/verify-presentation.ts';
export type { Profile } from './data-model/profile.ts';
export { type DidDocument, didWebDocument, didWebOf, didWebUrl, keyFromDidDocument } from './did.ts';
export { type HolderIdentity, isHeldBy } from './identity.ts';
export { addProof, issueCredential, type SignedCredential } from './issue.ts';
export {
  type Enveloped,
  envelopeCredential,
  openEnvelope,
  verifyEnveloped,
} from './jose/enveloped.ts';
export { issueJwtCredential, type JwtForm } from './jose/issue.ts';
export { issueJwtPresentation, type JwtPresentationReport, verifyJwtPresentation } from './jose/presentation.ts';
export { type JwtVerificationReport, type TokenVerifyOptions, verifyJwtCredential } from './jose/verify.ts';
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
export { contentOfCredential, DISCLOSABLE_CLAIMS } from './sd-jwt/content.ts';
export { issueSdJwtCredential, type SdJwtContent, type TokenStatusReference } from './sd-jwt/issue.ts';
export { type KeyBinding, presentSdJwt } from './sd-jwt/present.ts';
export { type SdJwtVerificationReport, verifySdJwtCredential } from './sd-jwt/verify.ts';
export { pickIndex } from './status/allocate.ts';
export { type StatusLists, statusListUrls } from './status/check.ts';
export {
  buildStatusListCredential,
  issueStatusList,
  type StatusMessage,
  type StatusReference,
  statusEntry,
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
export { createVcApi, type VcApi, type VcApiOptions } from './vc-api/create.ts';
export type { ProblemDetails } from './vc-api/problem.ts';
export { MAX_BODY_BYTES, type VcApiRequest, type VcApiResponse } from './vc-api/request.ts';
export { type CredentialOptions, type VerifyOptions, verifyCredential } from './verify.ts';
