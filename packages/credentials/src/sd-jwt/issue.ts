import type { SdJwtVcPayload } from '@sd-jwt/sd-jwt-vc';
import { instantOf } from '../dates.ts';
import { claimOfTime } from '../jose/claims.ts';
import type { JsonObject } from '../json.ts';
import { multikeyFromJwk, type PublicJwk, type Signer } from '../keys.ts';
import { ALWAYS_SHOWN, contentOfCredential, DISCLOSABLE_CLAIMS } from './content.ts';
import { libraryFor } from './library.ts';

/** What the token says: an achievement credential, or claims of one's own with their period. */
export type SdJwtContent =
  | { readonly credential: object }
  | { readonly content: JsonObject; readonly validFrom?: Date | string; readonly validUntil?: Date | string };

/** An entry of a Token Status List: its place in the list, from 0, and the list's address. */
export interface TokenStatusReference {
  readonly status_list: { readonly idx: number; readonly uri: string };
}

const MINIMUM_SALT_CHARACTERS = 22;
const MAX_DECOYS = 64;

function refuse(problem: string): never {
  throw new RangeError(`The token cannot be issued: ${problem}`);
}

function timeClaim(name: string, value: Date | string | undefined): JsonObject {
  return value === undefined ? {} : { [name]: claimOfTime(instantOf(value, name).getTime()) };
}

function checkDisclosable(names: readonly string[], content: JsonObject): void {
  const shown = names.find((name) => ALWAYS_SHOWN.has(name));
  if (shown !== undefined) {
    refuse(`"${shown}" must always be shown, so it cannot be disclosable.`);
  }
  const missing = names.find((name) => !Object.hasOwn(content, name));
  if (missing !== undefined) {
    refuse(`it has no claim "${missing}" to be disclosable.`);
  }
}

/** 128 bits of salt are 22 characters of base64url: with less, what was kept back could be guessed from its digest. */
function checkedSalt(salt: () => string): () => string {
  const used = new Set<string>();
  return () => {
    const value = salt();
    if (typeof value !== 'string' || value.length < MINIMUM_SALT_CHARACTERS || used.has(value)) {
      refuse(`salt must give ${MINIMUM_SALT_CHARACTERS} or more random characters, others at each call.`);
    }
    used.add(value);
    return value;
  };
}

function contentOf(source: SdJwtContent) {
  return 'credential' in source ? contentOfCredential(source.credential) : source;
}

function keyOf(holderKey: PublicJwk | undefined): JsonObject {
  if (holderKey === undefined) {
    return {};
  }
  if (multikeyFromJwk(holderKey) === undefined) {
    return refuse('holderKey must be the public JSON Web Key of an Ed25519 or P-256 key, without "d".');
  }
  return { cnf: { jwk: Object.fromEntries(Object.entries(holderKey)) } };
}

/**
 * Issues a credential of which the holder can show parts (SD-JWT VC).
 *
 * @param options.content or `options.credential`: top-level claims; of a credential `contentOfCredential` makes them.
 * @param options.vct the type of the credential, an absolute URI; nothing is fetched for it.
 * @param options.disclosable names of top-level claims that the holder may keep back; of a credential, when left out,
 *   those of `DISCLOSABLE_CLAIMS` that it has.
 * @param options.decoys digests of nothing, so that the number of claims kept back does not show; 0 to 64.
 * @param options.holderKey public key of the holder's wallet; then only its owner can present the token (`cnf`).
 * @param options.salt gives a fresh text of 128 random bits or more in base64url at each call.
 * @param options.status a reference to a Token Status List; the `credentialStatus` of a credential is kept anyway.
 * @param options.issuedAt claim `iat`, cut to the second.
 * @returns the token with all its disclosures, each ended by "~".
 * @throws {RangeError} when an option is no such thing; the message names it. Errors of the signer pass through.
 * @see SD-JWT-based Verifiable Credentials (draft-ietf-oauth-sd-jwt-vc), 2.2; RFC 9901 (SD-JWT), 5 and 6.
 */
export async function issueSdJwtCredential(
  options: SdJwtContent & {
    readonly signer: Signer;
    readonly vct: string;
    readonly issuedAt: Date | string;
    readonly salt: () => string;
    readonly disclosable?: readonly string[];
    readonly decoys?: number;
    readonly holderKey?: PublicJwk;
    readonly status?: TokenStatusReference;
  },
): Promise<string> {
  const { signer, vct, decoys = 0, holderKey, status } = options;
  const { content, validFrom, validUntil } = contentOf(options);
  if (!URL.canParse(vct)) {
    return refuse('vct must be an absolute URI that names the type of the credential.');
  }
  if (!Number.isInteger(decoys) || decoys < 0 || decoys > MAX_DECOYS) {
    return refuse(`decoys must be an integer from 0 to ${MAX_DECOYS}.`);
  }
  const reserved = Object.keys(content).find(
    (name) => name !== 'credentialStatus' && (ALWAYS_SHOWN.has(name) || /^(_sd|_sd_alg|\.\.\.|iat)$/.test(name)),
  );
  if (reserved !== undefined) {
    return refuse(`"${reserved}" is a claim of the token itself, not of its content.`);
  }
  const disclosable =
    options.disclosable ??
    ('credential' in options ? DISCLOSABLE_CLAIMS.filter((name) => Object.hasOwn(content, name)) : []);
  checkDisclosable(disclosable, content);
  const seconds = Math.floor(instantOf(options.issuedAt, 'issuedAt').getTime() / 1_000);
  const payload: SdJwtVcPayload = {
    iss: signer.controller,
    vct,
    iat: seconds,
    ...timeClaim('nbf', validFrom),
    ...timeClaim('exp', validUntil),
    ...keyOf(holderKey),
    ...(status === undefined ? {} : { status }),
    ...content,
  };
  const library = libraryFor({ issuer: signer, salt: checkedSalt(options.salt) });
  // The library's type of a frame can be written only for claims that are known when this is compiled.
  const frame: unknown = { _sd: [...new Set(disclosable)], _sd_decoy: decoys };
  return library.issue(payload, frame as Parameters<typeof library.issue>[1], {
    header: { kid: signer.verificationMethod },
  });
}
