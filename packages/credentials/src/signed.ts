import { checkContexts } from './contexts.ts';
import { parseTimestamp } from './dates.ts';
import { idOf, type JsonObject } from './json.ts';
import { checkProofs } from './proof.ts';
import { type Check, failed, passed, unchecked } from './report.ts';
import type { ResolveKey } from './resolve.ts';
import { checkStructure } from './structure.ts';

/** Whether the key that signed belongs to the issuer that the document names. */
export function checkIssuer(document: JsonObject, controller: string | undefined): Check {
  const issuer = idOf(document.issuer);
  if (controller === undefined || issuer === undefined) {
    return unchecked('issuer', 'not-reached', 'Who signed is known only when the signature fits.');
  }
  return issuer === controller
    ? passed('issuer', `It was signed by the issuer that it names, ${issuer}.`)
    : failed('issuer', 'issuer-mismatch', `It names ${issuer} as its issuer but was signed by ${controller}.`);
}

/** Whether it is valid at a time. Both ends belong to the period: validUntil is the last moment of validity (data model, 4.9). */
export function checkDates(document: JsonObject, at: Date): Check {
  const { validFrom, validUntil } = document;
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
): Promise<readonly Check[]> {
  const contexts = checkContexts(document);
  const proof =
    contexts.result === 'passed'
      ? await checkProofs(document, at, resolveKey)
      : { check: unchecked('proof', 'not-reached', 'Without known contexts the signature cannot be checked.') };
  const controller = 'controller' in proof ? proof.controller : undefined;
  return [
    checkStructure(document),
    contexts,
    proof.check,
    checkIssuer(document, proof.check.result === 'passed' ? controller : undefined),
    checkDates(document, at),
  ];
}
