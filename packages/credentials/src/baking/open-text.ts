import { type ParseProblem, parseCredentialText } from '../parse.ts';
import type { BakedProblem } from './payload.ts';

/** What held the credential. */
export type Carrier = 'json' | 'text' | 'png' | 'svg' | 'pdf';

/** Why a file gives no credential. */
export type OpenProblem = ParseProblem | BakedProblem | 'encrypted' | 'not-text' | 'unknown-file';

/** A credential for the verifier of its kind, or why there is none, in a sentence for a person. */
export type OpenedCredential =
  | {
      readonly ok: true;
      readonly carrier: Carrier;
      /** With a proof inside, for `verifyCredential`. */
      readonly kind: 'data-integrity';
      readonly credential: object;
    }
  | {
      readonly ok: true;
      readonly carrier: Carrier;
      /** For `verifyJwtCredential` or `verifySdJwtCredential`. */
      readonly kind: 'vc+jwt' | 'sd-jwt';
      readonly token: string;
    }
  | { readonly ok: false; readonly reason: OpenProblem; readonly message: string };

const COMPACT_JWS = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;
const SD_JWT = /^eyJ[\w-]*\.[\w-]+\.[\w-]*~[\w.~-]*$/;
const COMPACT_JWE = /^eyJ[\w-]*(\.[\w-]*){4}$/;
const ENVELOPE = /^data:application\/vc\+(?:ld\+json\+)?(?:sd-)?jwt[,;]/;

/** A refusal of a file. */
export function refuseFile(reason: OpenProblem, message: string): OpenedCredential {
  return { ok: false, reason, message };
}

function openToken(text: string, carrier: Carrier): OpenedCredential | undefined {
  if (SD_JWT.test(text)) {
    return { ok: true, carrier, kind: 'sd-jwt', token: text };
  }
  if (COMPACT_JWS.test(text)) {
    return { ok: true, carrier, kind: 'vc+jwt', token: text };
  }
  return COMPACT_JWE.test(text)
    ? refuseFile('encrypted', 'This is an encrypted token. Only whoever it was encrypted for can read it.')
    : undefined;
}

/** The token of an EnvelopedVerifiableCredential (VC data model 2.0, 4.13); undefined for any other credential. */
function envelopedToken(credential: object): string | undefined {
  const id: unknown = Object.getOwnPropertyDescriptor(credential, 'id')?.value;
  const types: unknown = Object.getOwnPropertyDescriptor(credential, 'type')?.value;
  const enveloped = [types].flat().includes('EnvelopedVerifiableCredential');
  return enveloped && typeof id === 'string' && ENVELOPE.test(id) ? id.slice(id.indexOf(',') + 1) : undefined;
}

/** Opens a text of unknown origin that stands for itself or was found in a picture or a PDF. */
export function openText(text: string, carrier: Carrier): OpenedCredential {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const token = openToken(trimmed, carrier === 'json' ? 'text' : carrier);
  if (token !== undefined) {
    return token;
  }
  const parsed = parseCredentialText(text);
  if (!parsed.ok) {
    return refuseFile(parsed.reason, parsed.message);
  }
  const enveloped = envelopedToken(parsed.credential);
  return (
    (enveloped === undefined ? undefined : openToken(enveloped, carrier)) ?? {
      ok: true,
      carrier,
      kind: 'data-integrity',
      credential: parsed.credential,
    }
  );
}
