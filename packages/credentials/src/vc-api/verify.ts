import { verifyPresentation } from '../data-integrity/verify-presentation.ts';
import { verifyEnveloped } from '../jose/enveloped.ts';
import { verifyJwtCredential } from '../jose/verify.ts';
import { hasType, isObject, type JsonObject, listOf } from '../json.ts';
import { type Check, reportOf, type VerificationReport } from '../report.ts';
import type { ProofPurpose, ResolveKey } from '../resolve.ts';
import { verifyCredential } from '../verify.ts';
import { type ProblemDetails, problem, problemOfCheck } from './problem.ts';
import type { VcApiResponse } from './request.ts';

/** What verification is done with. */
export interface Verifying {
  readonly at: Date;
  readonly resolveKey: ResolveKey | undefined;
  /** Reads status lists by their addresses, those that it can; the addresses come from the credential. */
  readonly readLists: (urls: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
  /** Whether a caller who asks for the proof alone (`options.checks`) is told of another issuer as a warning. */
  readonly issuerWhenAsked: boolean;
}

const MAX_LISTS = 64;

/** The addresses of the status lists that a value names, at any depth, as text; nothing else of it is believed. */
function listUrlsIn(value: unknown, depth = 0): string[] {
  if (typeof value !== 'object' || value === null || depth > 8) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.slice(0, MAX_LISTS).flatMap((entry) => listUrlsIn(entry, depth + 1));
  }
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'credentialStatus'
      ? [member]
          .flat()
          .map((entry: unknown): unknown => Reflect.get(Object(entry), 'statusListCredential'))
          .filter((url) => typeof url === 'string')
      : name === 'verifiableCredential'
        ? listUrlsIn(member, depth + 1)
        : [],
  );
}

/** The check of the issuer, when it failed and the caller did not ask for it. */
function unasked(report: VerificationReport, options: JsonObject, { issuerWhenAsked }: Verifying): Check | undefined {
  const { checks } = options;
  const narrow = issuerWhenAsked && Array.isArray(checks) && checks.includes('proof') && !checks.includes('issuer');
  return narrow ? report.checks.find(({ id, result }) => id === 'issuer' && result === 'failed') : undefined;
}

function answer(report: VerificationReport, more: readonly VerificationReport[] = []): VcApiResponse {
  const checks = [report, ...more].flatMap((one) => one.checks);
  const reached = checks.filter(({ result, code }) => result !== 'passed' && code !== 'not-reached');
  const errors = reached.map(problemOfCheck);
  const said: readonly ProblemDetails[] =
    report.verified || errors.length > 0 ? errors : [problem('security', 'It could not be verified.')];
  return {
    status: report.verified ? 200 : 400,
    contentType: 'application/json',
    body: {
      verified: report.verified,
      checks: report.checks.filter(({ code }) => code !== 'not-reached').map(({ id }) => id),
      warnings: warningsOf(report.checks),
      errors: report.verified ? [] : said,
      results: report.checks,
      ...(more.length === 0 ? {} : { credentialResults: more }),
    },
  };
}

/** What a verifier may want to know of a credential that is verified. */
function warningsOf(checks: readonly Check[]): string[] {
  return checks
    .filter(
      ({ id, result, code, detail }) =>
        result === 'passed' && (code === 'no-status' || (id === 'structure' && detail.includes('not read'))),
    )
    .filter(({ id, detail }) => id !== 'status' || !detail.startsWith('A presentation'))
    .map(({ detail }) => detail);
}

/** A request that asks for what cannot be. */
export function badRequest(error: ProblemDetails): VcApiResponse {
  const body = { verified: false, checks: [], warnings: [], errors: [error] };
  return { status: 400, contentType: 'application/json', body };
}

type Asked =
  | { ok: true; purpose: ProofPurpose; challenge?: string; domain?: string }
  | { ok: false; error: ProblemDetails };

function asked(options: JsonObject, usual: ProofPurpose): Asked {
  const { expectedProofPurpose: purpose = usual, challenge, domain } = options;
  if (purpose !== 'assertionMethod' && purpose !== 'authentication') {
    return { ok: false, error: problem('proof-malformed', 'options.expectedProofPurpose is not one that is known.') };
  }
  if (challenge !== undefined && typeof challenge !== 'string') {
    return { ok: false, error: problem('challenge', 'options.challenge must be text.') };
  }
  const [first, ...others] = listOf(domain);
  if ((first !== undefined && typeof first !== 'string') || others.length > 0) {
    return { ok: false, error: problem('domain', 'options.domain must be text.') };
  }
  return {
    ok: true,
    purpose,
    ...(challenge === undefined ? {} : { challenge }),
    ...(first === undefined ? {} : { domain: first }),
  };
}

/**
 * Verifies a credential that was sent to the service: an object with proofs, an envelope, or a compact token.
 *
 * @see Verifiable Credentials API, 3.3.1 (verify credential).
 */
export async function verifyFor(
  credential: unknown,
  options: JsonObject,
  verifying: Verifying,
): Promise<VcApiResponse> {
  const { at, resolveKey, readLists } = verifying;
  const wanted = asked(options, 'assertionMethod');
  if (!wanted.ok) {
    return badRequest(wanted.error);
  }
  const statusLists = await readLists(listUrlsIn(credential).slice(0, MAX_LISTS));
  const common = { at, statusLists, resolveKey, profile: 'data-model' } as const;
  if (typeof credential === 'string') {
    return answer(await verifyJwtCredential({ ...common, token: credential }));
  }
  if (isObjectOfType(credential, 'EnvelopedVerifiableCredential')) {
    return answer(await verifyEnveloped({ ...common, enveloped: credential }));
  }
  const { purpose: proofPurpose, challenge, domain } = wanted;
  const report = await verifyCredential({
    ...common,
    credential,
    proofPurpose,
    challenge,
    domain,
  });
  const other = unasked(report, options, verifying);
  if (other === undefined) {
    return answer(report);
  }
  const rest = answer(reportOf(report.checks.filter((check) => check !== other)));
  return { ...rest, body: { ...rest.body, warnings: [other.detail], results: report.checks } };
}

function isObjectOfType(value: unknown, type: string): boolean {
  const node = value as JsonObject | undefined;
  return isObject(node) && hasType(node, type);
}

/**
 * Verifies a presentation that was sent to the service, and each credential in it.
 *
 * @see Verifiable Credentials API, 3.3.2 (verify presentation).
 */
export async function verifyPresentationFor(
  presentation: unknown,
  options: JsonObject,
  verifying: Verifying,
): Promise<VcApiResponse> {
  const { at, resolveKey, readLists } = verifying;
  const wanted = asked(options, 'authentication');
  if (!wanted.ok) {
    return badRequest(wanted.error);
  }
  const { credentials, ...report } = await verifyPresentation({
    presentation,
    at,
    resolveKey,
    statusLists: await readLists(listUrlsIn(presentation).slice(0, MAX_LISTS)),
    challenge: wanted.challenge,
    domain: wanted.domain,
    verifyEnveloped,
    profile: 'data-model',
  });
  return answer(report, credentials);
}
