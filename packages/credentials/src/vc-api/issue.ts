import { CREDENTIALS_CONTEXT, DATA_INTEGRITY_CONTEXT } from '../contexts.ts';
import type { Cryptosuite } from '../data-integrity/suites.ts';
import { issueCredential } from '../issue.ts';
import { hasType, isObject, type JsonObject, listOf, screenDocument } from '../json.ts';
import type { Signer } from '../keys.ts';
import { readEntry } from '../status/entry.ts';
import { checkStructure, isVersionOne } from '../structure.ts';
import { type ProblemDetails, problem, problemOfCheck } from './problem.ts';
import type { ServedPurpose, StatusLists } from './status-lists.ts';

/** What a credential is issued with. */
export interface Issuing {
  readonly signer: Signer;
  readonly cryptosuite: Cryptosuite;
  readonly now: Date;
  readonly statusLists: StatusLists;
}

/** The signed credential, or what is wrong with the unsigned one. */
export type Issued =
  | { readonly ok: true; readonly credential: JsonObject }
  | { readonly ok: false; readonly error: ProblemDetails };

const refuse = (error: ProblemDetails): Issued => ({ ok: false, error });

/** Types whose JSON Schema wants the proof in a list even when there is one; elsewhere one proof is an object. */
const PROOF_LISTS = ['AchievementCredential', 'OpenBadgeCredential', 'EndorsementCredential', 'ClrCredential'];

function statusProblem(document: JsonObject): string | undefined {
  return listOf(document.credentialStatus)
    .map((entry) => readEntry(entry))
    .map((read) => (read.ok || read.unsupported ? undefined : read.problem))
    .find((one) => one !== undefined);
}

/** The service signs in its own name: another issuer, once it is known to be a valid one, gives way to it. */
function ownIssuer(document: JsonObject, signer: Signer): JsonObject {
  const { issuer } = document;
  return { ...document, issuer: isObject(issuer) ? { ...issuer, id: signer.controller } : signer.controller };
}

function purposeOf(options: JsonObject): ServedPurpose {
  return options.statusPurpose === 'suspension' ? 'suspension' : 'revocation';
}

function completed(document: JsonObject, options: JsonObject, { signer, statusLists }: Issuing): JsonObject {
  const own = ownIssuer(document, signer);
  if (isVersionOne(own)) {
    const contexts = listOf(own['@context']);
    const defined = contexts.includes(DATA_INTEGRITY_CONTEXT) || contexts.includes(CREDENTIALS_CONTEXT);
    return defined ? own : { ...own, '@context': [...contexts, DATA_INTEGRITY_CONTEXT] };
  }
  return own.credentialStatus === undefined
    ? { ...own, credentialStatus: statusLists.allocate(signer, purposeOf(options)) }
    : own;
}

/**
 * Issues a credential that was sent to the service: its form is checked as it came, then the service becomes its
 * issuer, an entry of a status list is added where none is, and it is signed.
 *
 * @see Verifiable Credentials API, 3.2.1 (issue credential).
 */
export async function issueFor(given: unknown, options: JsonObject, issuing: Issuing): Promise<Issued> {
  const screened = screenDocument(given, { profile: 'data-model' });
  if (!screened.ok) {
    return refuse(problem('malformed', `The credential cannot be read: ${screened.problem}.`));
  }
  const { document } = screened;
  const structure = checkStructure(document, { profile: 'data-model' });
  if (structure.result !== 'passed') {
    return refuse(problemOfCheck(structure));
  }
  const status = statusProblem(document);
  if (status !== undefined) {
    return refuse(problem('malformed', `Its credentialStatus is not well-formed: ${status}.`));
  }
  const { signer, cryptosuite, now } = issuing;
  try {
    const signed = await issueCredential({
      credential: completed(document, options, issuing),
      signer,
      cryptosuite,
      created: now,
      profile: 'data-model',
    });
    const [only, ...more] = signed.proof;
    const listed = more.length > 0 || only === undefined || PROOF_LISTS.some((type) => hasType(signed, type));
    return { ok: true, credential: listed ? signed : { ...signed, proof: only } };
  } catch (error) {
    const lost = error instanceof Error && error.message.includes('is not defined by its contexts');
    return error instanceof RangeError
      ? refuse(problem(lost ? 'data-loss' : 'generation', error.message))
      : refuse(problem('generation', 'The credential cannot be signed.'));
  }
}
