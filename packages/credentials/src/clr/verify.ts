import { createBudget } from '../data-integrity/budget.ts';
import { hasType, isObject, type JsonObject, listOf, screenDocument } from '../json.ts';
import { type Check, failed, type VerificationReport } from '../report.ts';
import { type VerifyOptions, verifyCredential, verifyWithin } from '../verify.ts';

/** The report on a record and one for each of its credentials, in their order; `verified` only when all are. */
export type ClrVerificationReport = VerificationReport & { readonly credentials: readonly VerificationReport[] };

const MAX_CREDENTIALS = 200;

/**
 * The credentials that a record bundles, for example to load the status lists that each of them names.
 *
 * @param record anything; never throws. Nothing in it is verified.
 */
export function credentialsOfRecord(record: unknown): readonly JsonObject[] {
  const screened = screenDocument(record);
  return screened.ok
    ? listOf(screened.document.credentialSubject)
        .flatMap((subject) => (isObject(subject) ? listOf(subject.verifiableCredential) : []))
        .filter(isObject)
    : [];
}

function formProblem(record: unknown, count: number): string | undefined {
  const screened = screenDocument(record);
  if (!screened.ok) {
    return undefined;
  }
  const subjects = listOf(screened.document.credentialSubject);
  const [subject] = subjects;
  return !hasType(screened.document, 'ClrCredential')
    ? 'its type must include ClrCredential'
    : subjects.length !== 1 || !isObject(subject) || !hasType(subject, 'ClrSubject')
      ? 'it must have one credentialSubject, of the type ClrSubject'
      : count === 0 || count > MAX_CREDENTIALS
        ? `it must bundle 1 to ${MAX_CREDENTIALS} credentials`
        : undefined;
}

/**
 * Verifies a Comprehensive Learner Record and every credential in it: a good record does not make its credentials
 * good, and one of them may be revoked after the record was signed.
 *
 * @param options.credential the ClrCredential; any value at all, a report comes back for every one.
 * @param options.statusLists the lists of the record and of its credentials (`credentialsOfRecord`).
 * @returns the six checks of the record, and those of each credential.
 * @throws {RangeError} only when `at` is no time.
 * @see Comprehensive Learner Record 2.0, verification; Open Badges 3.0, verification and validation.
 */
export async function verifyClrCredential(
  options: { readonly credential: unknown } & VerifyOptions,
): Promise<ClrVerificationReport> {
  const outer = await verifyCredential(options);
  const bundled = credentialsOfRecord(options.credential);
  const problem = formProblem(options.credential, bundled.length);
  const reports: VerificationReport[] = [];
  const budget = createBudget();
  for (const credential of bundled.slice(0, MAX_CREDENTIALS)) {
    reports.push(await verifyWithin({ ...options, credential }, budget));
  }
  const structure = (check: Check): Check =>
    check.id === 'structure' && check.result === 'passed' && problem !== undefined
      ? failed('structure', 'malformed', `The record is not well-formed: ${problem}.`)
      : check;
  const verified = problem === undefined && [outer, ...reports].every((report) => report.verified);
  return { verified, checks: outer.checks.map(structure), credentials: reports };
}
