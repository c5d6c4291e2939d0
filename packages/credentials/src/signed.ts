import type { Work } from './data-integrity/budget.ts';
import type { Canonize } from './data-integrity/canonize.ts';
import { checkProofs } from './data-integrity/check-proofs.ts';
import type { Expectation } from './data-integrity/proof-options.ts';
import { checkContexts } from './data-model/check-contexts.ts';
import { validityMembers } from './data-model/dates.ts';
import type { Profile } from './data-model/profile.ts';
import { parseTimestamp } from './dates.ts';
import { idOf, type JsonObject } from './json.ts';
import { type Check, failed, passed, unchecked } from './report.ts';
import type { ResolveKey } from './resolve.ts';
import { checkStructure, isVersionOne } from './structure.ts';

/** How a document is read, and what is expected of its proof. */
export interface Reading {
  readonly canonize?: Canonize | undefined;
  readonly profile?: Profile | undefined;
  readonly expected?: Expectation | undefined;
  readonly relatedResources?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly budget?: Work | undefined;
}

/**
 * Whether the issuer that the document names is among those whose keys signed.
 *
 * @param controllers whose keys made the proofs that hold; undefined or none when no proof does.
 * @see Verifiable Credentials Data Model 2.0, 4.7 (issuer) and 7.1 (verification).
 */
export function checkIssuer(document: JsonObject, controllers: string | readonly string[] | undefined): Check {
  const issuer = idOf(document.issuer);
  const signers = [controllers ?? []].flat();
  if (signers.length === 0 || issuer === undefined) {
    return unchecked('issuer', 'not-reached', 'Who signed is known only when the signature fits.');
  }
  if (!signers.includes(issuer)) {
    const detail = `It names ${issuer} as its issuer but was signed by ${signers.join(' and ')}.`;
    return failed('issuer', 'issuer-mismatch', detail);
  }
  const others = signers.filter((signer) => signer !== issuer);
  const also = others.length === 0 ? '' : ` Signed beside it: ${others.join(', ')}.`;
  return passed('issuer', `It was signed by the issuer that it names, ${issuer}.${also}`);
}

/**
 * Whether it is valid at a time. Both ends belong to the period: validUntil is the last moment of validity.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.9 (validity period).
 */
export function checkDates(document: JsonObject, at: Date): Check {
  const period = validityMembers(isVersionOne(document));
  const { [period.from]: validFrom, [period.until]: validUntil } = document;
  const from = parseTimestamp(validFrom);
  const until = parseTimestamp(validUntil);
  if ((validFrom !== undefined && from === undefined) || (validUntil !== undefined && until === undefined)) {
    return unchecked('dates', 'malformed', 'A time in the credential cannot be read.');
  }
  if (until !== undefined && from !== undefined && until < from) {
    return failed('dates', 'malformed', `It ends (${validUntil}) before it begins (${validFrom}).`);
  }
  if (from !== undefined && at.getTime() < from) {
    return failed('dates', 'not-yet-valid', `It is valid from ${validFrom} on.`);
  }
  if (until !== undefined && at.getTime() > until) {
    return failed('dates', 'expired', `It was valid until ${validUntil}.`);
  }
  return passed('dates', until === undefined ? 'It is valid without an end.' : `It is valid until ${validUntil}.`);
}

/**
 * Checks all of a screened document that needs no further document.
 *
 * @returns the checks structure, contexts, proof, issuer and dates.
 * @see Verifiable Credentials Data Model 2.0, 7.1 (verification) and 4.9 (validity period).
 */
export async function checkSigned(
  document: JsonObject,
  at: Date,
  resolveKey: ResolveKey | undefined,
  reading: Reading = {},
): Promise<readonly Check[]> {
  const { profile = 'plain', canonize, expected, relatedResources, budget } = reading;
  const contexts = checkContexts(document, { profile });
  const proof =
    contexts.result === 'passed'
      ? await checkProofs(document, at, resolveKey, { canonize, expected, budget })
      : { check: unchecked('proof', 'not-reached', 'Without known contexts the signature cannot be checked.') };
  return [
    checkStructure(document, { profile, ...(relatedResources === undefined ? {} : { relatedResources }) }),
    contexts,
    proof.check,
    checkIssuer(document, 'controllers' in proof ? proof.controllers : undefined),
    checkDates(document, at),
  ];
}
