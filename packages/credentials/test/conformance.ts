import { createProof, generateIssuerKey, issueCredential, verifyCredential, verifyPresentation } from '../src/index.ts';
import type { JsonObject } from '../src/json.ts';

export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
export const AT = '2026-06-01T12:00:00Z';

const key = await generateIssuerKey({ seed: new Uint8Array(32).fill(3) });
export const ISSUER = key.controller;

/** The smallest credential that conforms; members that are undefined are left out. */
export function credentialWith(members: Record<string, unknown> = {}): object {
  const credential = {
    '@context': [V2],
    type: ['VerifiableCredential'],
    issuer: ISSUER,
    credentialSubject: { id: 'did:example:subject' },
    ...members,
  };
  return JSON.parse(JSON.stringify(credential));
}

/**
 * What becomes of a credential: issued and then verified, refused by the issuer, or one of the two that must not be.
 * A verifier that is given the same members signed by somebody careless is asked through `checkStructure` elsewhere.
 */
export async function outcomeOf(credential: object): Promise<string> {
  let signed: object;
  try {
    signed = await issueCredential({ credential, signer: key, created: '2026-01-01T00:00:00Z', profile: 'data-model' });
  } catch (error) {
    return error instanceof RangeError ? `refused: ${error.message}` : `broke: ${String(error)}`;
  }
  const report = await verifyCredential({ credential: signed, at: AT, profile: 'data-model' });
  const bad = report.checks.find((check) => check.result !== 'passed');
  // What the standards leave open, such as a status of a type that is not known, is not the issuer's fault.
  return bad === undefined || bad.result === 'could-not-check' ? 'conforms' : `issued, but ${bad.detail}`;
}

/** The same for a presentation: signed as it is, by a holder who checks nothing, then verified. */
export async function presentationOutcome(presentation: JsonObject): Promise<string> {
  const options = { challenge: 'c-1', domain: 'verifier.example' };
  const proof = await createProof({
    document: presentation,
    signer: key,
    created: '2026-01-01T00:00:00Z',
    proofPurpose: 'authentication',
    // Signed as canonical JSON by somebody who does not ask what the terms mean: the form is what is asked about here.
    cryptosuite: 'eddsa-jcs-2022',
    canonize: () => Promise.resolve(''),
    ...options,
  });
  const report = await verifyPresentation({
    presentation: { ...presentation, proof: [proof] },
    at: AT,
    profile: 'data-model',
    ...options,
  });
  const bad = [...report.checks, ...report.credentials.flatMap(({ checks }) => checks)].find(
    (check) => check.result === 'failed',
  );
  return bad === undefined ? 'conforms' : `refused: ${bad.detail}`;
}

/** A signed credential, for presentations. */
export function issued(members: Record<string, unknown> = {}): Promise<JsonObject> {
  return issueCredential({ credential: credentialWith(members), signer: key, profile: 'data-model' });
}
